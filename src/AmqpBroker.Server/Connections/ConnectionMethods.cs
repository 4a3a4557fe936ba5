using System.Buffers;
using AmqpBroker.Core.Clients;
using AmqpBroker.Protocol;
using AmqpBroker.Protocol.Errors;
using AmqpBroker.Protocol.Framing;
using AmqpBroker.Protocol.Methods;

namespace AmqpBroker.Server.Connections;

/// <summary>The connection class (AMQP 0-9-1 §1.4) and the opening and closing of channels: what is not a channel's own business.</summary>
/// <remarks>Confined to the input loop.</remarks>
internal sealed class ConnectionMethods(AmqpConnection connection)
{
    /// <summary>Frames before tune-ok may be this long: larger than the specification's 4096, for clients with long tokens.</summary>
    private const int HandshakeFrameLimit = 8192;

    /// <summary>A client that failed to log in, or sent nonsense, keeps its socket this long: it slows down guessing.</summary>
    private static readonly TimeSpan RefusalDelay = TimeSpan.FromSeconds(3);

    private readonly Handshake _handshake = new(connection);

    /// <summary>Longest payload accepted now, in bytes.</summary>
    public int FrameLimit => connection.State < ConnectionState.Opening ? HandshakeFrameLimit : connection.Output.FrameMax;

    /// <summary>Takes the protocol header off the buffer and answers it.</summary>
    /// <returns>Whether frames follow; false while octets are missing, or when the protocol is refused.</returns>
    public bool TryTakeProtocolHeader(ref ReadOnlySequence<byte> buffer)
    {
        if (buffer.Length < FrameConstants.ProtocolHeader.Length)
        {
            return false;
        }

        var header = buffer.Slice(0, FrameConstants.ProtocolHeader.Length).ToArray();
        buffer = buffer.Slice(header.Length);
        if (_handshake.Accepts(header))
        {
            return true;
        }

        connection.Log.Refused(connection.Name, "not AMQP 0-9-1");
        connection.Output.WriteProtocolHeader();
        connection.State = ConnectionState.Closed;
        connection.Lifetime.Expire();
        return false;
    }

    /// <summary>Handles a frame that no open channel has taken.</summary>
    /// <exception cref="ConnectionException">The connection must be closed.</exception>
    public void Handle(in FrameView frame)
    {
        if (connection.State is ConnectionState.Refused or ConnectionState.Closed)
        {
            return;
        }

        FrameRules.Check(in frame);
        if (frame.Type == FrameType.Heartbeat)
        {
            return;
        }

        if (connection.State == ConnectionState.Closing)
        {
            HandleWhileClosing(in frame);
        }
        else if (frame.Channel == 0)
        {
            HandleOnZero(in frame);
        }
        else if (connection.State == ConnectionState.Running)
        {
            HandleOnChannel(in frame);
        }
        else
        {
            throw FrameErrors.UnexpectedFrame(frame.Type, new ReadOnlySequence<byte>(frame.Memory));
        }
    }

    /// <summary>Ends the connection for an error: with connection.close where the client is entitled to one, silently before.</summary>
    public void Fail(ConnectionException exception)
    {
        if (connection.State is ConnectionState.Closing or ConnectionState.Refused or ConnectionState.Closed)
        {
            return;
        }

        if (connection.State < ConnectionState.Tuning)
        {
            Refuse(exception.ReplyText);
            return;
        }

        connection.Log.ClosedByError(connection.Name, exception.ReplyText);
        var isOpen = connection.State == ConnectionState.Running;
        connection.Close(exception);
        if (!isOpen)
        {
            connection.Lifetime.CloseAfter(RefusalDelay);
        }
    }

    /// <summary>Drops the socket without a word, a little later.</summary>
    public void Refuse(string reason)
    {
        connection.Log.Refused(connection.Name, reason);
        connection.NoteEnd(CloseInitiator.Broker, reason);
        connection.State = ConnectionState.Refused;
        connection.Lifetime.CloseAfter(RefusalDelay);
    }

    /// <summary>Ignores whatever comes, since frames can no longer be told apart, and drops the socket a little later.</summary>
    public void StopReading()
    {
        connection.State = ConnectionState.Refused;
        connection.Lifetime.CloseAfter(RefusalDelay);
    }

    private void HandleWhileClosing(in FrameView frame)
    {
        if (frame.Type != FrameType.Method || frame.Channel != 0)
        {
            return;
        }

        switch (MethodDecoder.ReadId(frame.Payload))
        {
            case MethodId.ConnectionCloseOk:
                connection.State = ConnectionState.Closed;
                connection.Lifetime.Expire();
                break;
            case MethodId.ConnectionClose:
                connection.Output.Write(0, new ConnectionCloseOk());
                break;
        }
    }

    private void HandleOnZero(in FrameView frame)
    {
        var id = MethodDecoder.ReadId(frame.Payload);
        try
        {
            if (id == MethodId.ConnectionClose && connection.State >= ConnectionState.Tuning)
            {
                var close = MethodDecoder.Decode<ConnectionClose>(frame.Payload);
                connection.Hold.Await(CloseForClientAsync(close), id);
            }
            else if (connection.State != ConnectionState.Running)
            {
                _handshake.Handle(id, frame.Payload, this);
            }
            else if (id == MethodId.ConnectionUpdateSecret)
            {
                // The internal users have passwords, not secrets that expire: there is nothing to update.
                _ = MethodDecoder.Decode<ConnectionUpdateSecret>(frame.Payload);
                connection.Output.Write(0, new ConnectionUpdateSecretOk());
            }
            else
            {
                throw Enum.IsDefined(id) ? ConnectionErrors.UnexpectedMethod() : FrameErrors.UnknownMethod(id);
            }
        }
        catch (AmqpException exception)
        {
            exception.Method ??= id;
            throw;
        }
    }

    private async ValueTask CloseForClientAsync(ConnectionClose close)
    {
        connection.NoteEnd(CloseInitiator.Client, close.ReplyText, close.ReplyCode);
        connection.Unlist();

        // Before the answer: who gets it may rely on exclusive queues being gone.
        connection.Release();
        await connection.Queues.WaitAsync();
        connection.Output.Write(0, new ConnectionCloseOk());
        connection.State = ConnectionState.Closed;
        connection.Lifetime.CloseAfter(connection.Lifetime.CloseTimeout);
        connection.Log.ClosedByClient(connection.Name);
    }

    /// <summary>A frame for a channel that is not open, or that the broker has closed.</summary>
    private void HandleOnChannel(in FrameView frame)
    {
        var channel = connection.Channels.Find(frame.Channel);
        if (frame.Type != FrameType.Method)
        {
            // Content of a publish that a closing channel will not take is dropped with it.
            if (channel is null)
            {
                throw FrameErrors.MethodExpected();
            }

            return;
        }

        var id = MethodDecoder.ReadId(frame.Payload);
        try
        {
            if (channel is null)
            {
                OpenChannel(id, frame.Channel, frame.Payload);
                return;
            }

            switch (id)
            {
                case MethodId.ChannelCloseOk:
                    connection.Channels.Remove(channel);
                    break;
                case MethodId.ChannelClose:
                    // Crossed the broker's own close, which the client will still answer.
                    connection.Output.Write(frame.Channel, new ChannelCloseOk());
                    break;
                case MethodId.ChannelOpen:
                    // Deviates: RabbitMQ answers 504 when its close-ok is still to come; the client's wish is plain.
                    connection.Channels.Remove(channel);
                    OpenChannel(id, frame.Channel, frame.Payload);
                    break;
            }
        }
        catch (AmqpException exception)
        {
            exception.Method ??= id;
            throw;
        }
    }

    private void OpenChannel(MethodId id, ushort number, ReadOnlySpan<byte> payload)
    {
        if (id != MethodId.ChannelOpen)
        {
            throw Enum.IsDefined(id) ? ChannelErrors.NotOpen() : FrameErrors.UnknownMethod(id);
        }

        _ = MethodDecoder.Decode<ChannelOpen>(payload);
        connection.Channels.Open(number);
        connection.Output.Write(number, new ChannelOpenOk(""));
    }
}
