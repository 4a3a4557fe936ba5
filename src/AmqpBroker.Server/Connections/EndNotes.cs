using AmqpBroker.Core.Clients;
using AmqpBroker.Protocol;
using AmqpBroker.Server.Channels;

namespace AmqpBroker.Server.Connections;

/// <summary>Notes why connections and channels have ended, for operators to ask afterwards.</summary>
internal static class EndNotes
{
    /// <summary>Notes the end of a connection; what comes after the first reason is its consequence.</summary>
    public static void NoteEnd(
        this AmqpConnection connection, CloseInitiator initiator, string text, ReplyCode? code = null, MethodId? method = null)
    {
        if (connection.IsEndNoted)
        {
            return;
        }

        connection.IsEndNoted = true;
        Add(connection, initiator, text, code, method, channel: null);
    }

    /// <summary>Notes that the client's time is up, in the log too.</summary>
    public static void NoteExpiry(this AmqpConnection connection)
    {
        if (connection.Lifetime.HasMissedHeartbeat)
        {
            var limit = 2 * connection.Lifetime.Heartbeat;
            connection.Log.HeartbeatMissed(connection.Name, limit);
            connection.NoteEnd(CloseInitiator.Network, $"no heartbeat from the client for {limit} s");
        }
        else if (connection.State < ConnectionState.Running)
        {
            connection.Log.HandshakeTimedOut(connection.Name, connection.Settings.HandshakeTimeout);
            connection.NoteEnd(CloseInitiator.Network, $"the handshake took longer than {connection.Settings.HandshakeTimeout}");
        }
    }

    /// <summary>Notes that the socket is gone, in the log too, unless that was to be expected.</summary>
    public static void NoteLoss(this AmqpConnection connection)
    {
        if (connection.State is not (ConnectionState.Closed or ConnectionState.Closing or ConnectionState.Refused or ConnectionState.ProtocolHeader))
        {
            connection.Log.Lost(connection.Name);
            connection.NoteEnd(CloseInitiator.Network, "the client closed the socket without closing the connection");
        }
    }

    /// <summary>Notes the end of a channel that ends before its connection.</summary>
    public static void NoteEnd(this AmqpChannel channel, CloseInitiator initiator, string text, ReplyCode code, MethodId? method) =>
        Add(channel.Connection, initiator, text, code, method, channel.Number);

    private static void Add(
        AmqpConnection connection, CloseInitiator initiator, string text, ReplyCode? code, MethodId? method, int? channel) =>
        connection.Broker.Clients.Closed.Add(new ClosedClient
        {
            Connection = connection.Name,
            ConnectionName = connection.Client.ConnectionName,
            Channel = channel,
            User = connection.Client.User,
            VirtualHost = connection.View.VirtualHost,
            Initiator = initiator,
            Code = code,
            Text = text,
            Operation = method is { } id && Enum.IsDefined(id) ? id.ToName() : null,
        });
}
