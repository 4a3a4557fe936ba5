using AmqpBroker.Core.Users;
using AmqpBroker.Protocol;
using AmqpBroker.Protocol.Errors;
using AmqpBroker.Protocol.Framing;
using AmqpBroker.Protocol.Methods;
using AmqpBroker.Server.Sasl;

namespace AmqpBroker.Server.Connections;

/// <summary>From the protocol header to connection.open-ok (AMQP 0-9-1 §2.2.4). Confined to the input loop.</summary>
internal sealed class Handshake(AmqpConnection connection)
{
    /// <summary>The header of AMQP 0-9, which clients of 0-9-1 have sent too.</summary>
    private static ReadOnlySpan<byte> OlderHeader => "AMQP\u0001\u0001\0\t"u8;

    /// <summary>Answers a protocol header; false when it names another protocol.</summary>
    public bool Accepts(ReadOnlySpan<byte> header)
    {
        if (!header.SequenceEqual(FrameConstants.ProtocolHeader) && !header.SequenceEqual(OlderHeader))
        {
            return false;
        }

        connection.State = ConnectionState.Starting;
        connection.Output.Write(0, new ConnectionStart(0, 9, connection.Settings.ServerProperties, SaslMechanisms.OfferedTo(connection.ExternalUser), "en_US"));
        return true;
    }

    /// <summary>Handles a method on channel 0 while the connection is not open.</summary>
    /// <exception cref="ConnectionException">The client is told why it may not come in.</exception>
    public void Handle(MethodId id, ReadOnlySpan<byte> payload, ConnectionMethods methods)
    {
        switch (connection.State, id)
        {
            case (ConnectionState.Starting, MethodId.ConnectionStartOk):
                BeginLogIn(MethodDecoder.Decode<ConnectionStartOk>(payload), methods);
                break;
            case (ConnectionState.Tuning, MethodId.ConnectionTuneOk):
                Tune(MethodDecoder.Decode<ConnectionTuneOk>(payload));
                break;
            case (ConnectionState.Opening, MethodId.ConnectionOpen):
                Open(MethodDecoder.Decode<ConnectionOpen>(payload));
                break;
            default:
                methods.Refuse($"{id} came before its time");
                break;
        }
    }

    private void BeginLogIn(in ConnectionStartOk start, ConnectionMethods methods)
    {
        connection.Client = ClientIdentity.From(start.ClientProperties);
        if (start.Mechanism == SaslMechanisms.External && connection.ExternalUser is { } external)
        {
            Judge(SaslMechanisms.External, external, connection.Broker.Authenticator.AuthenticateExternally(external, connection.RemoteAddress), methods);
        }
        else if (SaslMechanisms.TryRead(start.Mechanism, start.Response.Span, out var credentials))
        {
            connection.Hold.Await(LogInAsync(start.Mechanism, credentials, methods), MethodId.ConnectionStartOk);
        }
        else
        {
            methods.Refuse($"mechanism '{start.Mechanism}' is not offered, or its response is malformed");
        }
    }

    private async ValueTask LogInAsync(string mechanism, SaslCredentials credentials, ConnectionMethods methods)
    {
        LoginResult login;
        try
        {
            login = await connection.Broker.Authenticator.AuthenticateAsync(
                credentials.User, credentials.Password, connection.RemoteAddress, connection.SocketClosed);
        }
        catch (OperationCanceledException) when (connection.SocketClosed.IsCancellationRequested)
        {
            return;
        }

        Judge(mechanism, credentials.User, login, methods);
    }

    private void Judge(string mechanism, string name, LoginResult login, ConnectionMethods methods)
    {
        connection.Broker.Statistics.AuthAttempts.Count("amqp091", login.User is not null);
        if (login.User is { } user)
        {
            connection.Client = connection.Client with { User = user.Name, Mechanism = mechanism };
            connection.State = ConnectionState.Tuning;
            var settings = connection.Settings;
            connection.Output.Write(0, new ConnectionTune(settings.ChannelMax, (uint)settings.FrameMax, settings.Heartbeat));
            return;
        }

        if (connection.Client.WantsLoginFailure)
        {
            var refusal = HandshakeErrors.LoginRefused(mechanism);
            connection.Output.Write(0, new ConnectionClose(refusal.Code, refusal.ReplyText, 0, 0));
        }

        methods.Refuse(login.Outcome switch
        {
            LoginOutcome.OnlyFromLoopback =>
                $"user '{name}' can only connect from this machine; add another user for {connection.RemoteAddress}",
            LoginOutcome.TooManyFailures => $"too many logins from {connection.RemoteAddress} have failed, and others wait",
            _ when mechanism == SaslMechanisms.External => $"the client's certificate names '{name}', and there is no such user",
            _ => $"wrong user name or password for user '{name}'",
        });
    }

    private void Tune(in ConnectionTuneOk tune)
    {
        var settings = connection.Settings;
        Check("channel_max", tune.ChannelMax, 1, settings.ChannelMax);
        Check("frame_max", tune.FrameMax, FrameConstants.MinFrameMax, (uint)settings.FrameMax);
        connection.Output.FrameMax = (int)tune.FrameMax;
        connection.Channels.Limit = tune.ChannelMax;
        connection.Lifetime.Heartbeat = tune.Heartbeat;
        connection.State = ConnectionState.Opening;
    }

    private void Open(in ConnectionOpen open)
    {
        if (!connection.Broker.TryGetVirtualHost(open.VirtualHost, out var virtualHost))
        {
            throw HandshakeErrors.VhostNotFound(open.VirtualHost);
        }

        var user = connection.Client.User;
        connection.Admission = Admission.Enter(connection.Broker, virtualHost, user);
        connection.Rights = connection.Broker.Permissions.RightsOf(user, virtualHost.Name);
        if (!connection.Rights.MayEnter)
        {
            throw HandshakeErrors.VhostRefused(virtualHost.Name, user);
        }

        connection.VirtualHost = virtualHost;
        connection.Standing = ConnectionStanding.Watch(connection, virtualHost);
        connection.State = ConnectionState.Running;
        connection.Lifetime.StayOpen();
        connection.Broker.Clients.Add(connection.View);
        connection.Broker.Statistics.Churn.ConnectionOpened();
        connection.Output.Write(0, new ConnectionOpenOk(""));
        connection.Log.Opened(connection.Name, user, virtualHost.Name);
    }

    private static void Check(string setting, uint negotiated, uint minimum, uint maximum)
    {
        // 0 asks for no limit, which is more than any.
        if (negotiated == 0 || negotiated > maximum)
        {
            throw HandshakeErrors.TuneTooHigh(setting, negotiated, maximum);
        }

        if (negotiated < minimum)
        {
            throw HandshakeErrors.TuneTooLow(setting, negotiated, minimum);
        }
    }
}
