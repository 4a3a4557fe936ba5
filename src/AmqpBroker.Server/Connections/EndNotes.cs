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

    /// <summary>Notes the end of a channel that ends before its connection.</summary>
    public static void NoteEnd(this AmqpChannel channel, CloseInitiator initiator, string text, ReplyCode code, MethodId? method) =>
        Add(channel.Connection, initiator, text, code, method, channel.Number);

    private static void Add(
        AmqpConnection connection, CloseInitiator initiator, string text, ReplyCode? code, MethodId? method, int? channel) =>
        connection.Broker.Clients.Closed.Add(new ClosedClient
        {
            Connection = connection.Name,
            Channel = channel,
            User = connection.Client.User,
            VirtualHost = connection.View.VirtualHost,
            Initiator = initiator,
            Code = code,
            Text = text,
            Operation = method is { } id && Enum.IsDefined(id) ? id.ToName() : null,
        });
}
