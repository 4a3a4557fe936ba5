using System.Buffers;
using System.Net.Sockets;
using AmqpBroker.Protocol;
using AmqpBroker.Protocol.Framing;
using AmqpBroker.Protocol.Methods;

namespace AmqpBroker.Perf;

/// <summary>A connection on a blocking socket. Used by one thread at a time, save for <see cref="Dispose"/>, which
/// makes a blocked call of that thread fail.</summary>
internal sealed class PerfConnection : IDisposable
{
    public const ushort Channel = 1;

    private const ushort ControlChannel = 0;

    /// <summary>How long a worker sleeps in a read before it looks whether it is to stop.</summary>
    private static readonly TimeSpan ReadTimeout = TimeSpan.FromMilliseconds(100);

    private static readonly TimeSpan ReplyTimeout = TimeSpan.FromSeconds(15);

    private readonly Socket _socket;
    private readonly FrameInput _input;
    private readonly ArrayBufferWriter<byte> _output = new();

    public PerfConnection(Socket socket)
    {
        _socket = socket;
        _socket.NoDelay = true;
        _socket.ReceiveTimeout = (int)ReadTimeout.TotalMilliseconds;
        _input = new(socket);
    }

    /// <summary>The negotiated frame-max in bytes; until then what both sides take before the negotiation.</summary>
    public int FrameMax { get; set; } = FrameConstants.DefaultFrameMax;

    public void Dispose() => _socket.Dispose();

    /// <summary>Puts a method into the output; <see cref="Flush"/> sends it.</summary>
    public void Write<T>(ushort channel, in T method)
        where T : struct, IAmqpMethod<T>
        => FrameWriter.WriteMethod(_output, channel, in method);

    public void Flush()
    {
        if (_output.WrittenCount > 0)
        {
            Send(_output.WrittenSpan);
            _output.ResetWrittenCount();
        }
    }

    /// <exception cref="PerfException">The connection is lost.</exception>
    public void Send(ReadOnlySpan<byte> bytes)
    {
        try
        {
            while (!bytes.IsEmpty)
            {
                bytes = bytes[_socket.Send(bytes, SocketFlags.None)..];
            }
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            // The broker says why it closes before it does; the reason may lie unread.
            throw FindCloseReason() ?? PerfException.Lost(exception);
        }
    }

    /// <summary>Sends a method and waits for its answer.</summary>
    /// <exception cref="PerfException">The broker refused, or did not answer in time.</exception>
    public TReply Call<T, TReply>(ushort channel, in T method)
        where T : struct, IAmqpMethod<T>
        where TReply : struct, IAmqpMethod<TReply>
    {
        Write(channel, in method);
        Flush();
        return Expect<TReply>();
    }

    /// <summary>Waits for a method, passing over all others.</summary>
    /// <exception cref="PerfException">The broker refused, or did not answer in time.</exception>
    public T Expect<T>()
        where T : struct, IAmqpMethod<T>
    {
        var started = PerfClock.Now;
        while (true)
        {
            while (TryReadFrame(out var frame))
            {
                if (frame.Type == FrameType.Method && MethodDecoder.ReadId(frame.Payload) == T.Id)
                {
                    return MethodDecoder.Decode<T>(frame.Payload);
                }
            }

            if (!Receive() && PerfClock.SecondsSince(started) > ReplyTimeout.TotalSeconds)
            {
                throw new PerfException($"the broker did not answer within {ReplyTimeout.TotalSeconds} seconds ({T.Id} was expected)");
            }
        }
    }

    /// <summary>Takes the next whole frame from what was received. Its payload is valid until <see cref="Receive"/>.</summary>
    /// <exception cref="PerfException">The frame closes the channel or the connection.</exception>
    public bool TryReadFrame(out ReceivedFrame frame)
    {
        if (!_input.TryRead(FrameMax, out frame))
        {
            return false;
        }

        if (frame.Type == FrameType.Method)
        {
            ThrowIfClosed(frame.Payload);
        }

        return true;
    }

    /// <summary>Reads what there is, or waits a moment for it.</summary>
    /// <returns>False when nothing came.</returns>
    /// <exception cref="PerfException">The connection is lost.</exception>
    public bool Receive() => _input.Receive();

    /// <summary>Waits until there is something to receive, at most for that long; whole milliseconds count.</summary>
    public bool WaitForInput(TimeSpan timeout)
    {
        try
        {
            return _socket.Poll(timeout, SelectMode.SelectRead);
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            throw PerfException.Lost(exception);
        }
    }

    /// <summary>Closes in order, so that what was sent has arrived.</summary>
    /// <exception cref="PerfException">The broker has closed the connection itself, for a reason.</exception>
    public void Close()
        => Call<ConnectionClose, ConnectionCloseOk>(ControlChannel, new(ReplyCode.Success, "the run is over", 0, 0));

    private static void ThrowIfClosed(ReadOnlySpan<byte> payload)
    {
        switch (MethodDecoder.ReadId(payload))
        {
            case MethodId.ConnectionClose:
                var connectionClose = MethodDecoder.Decode<ConnectionClose>(payload);
                throw PerfException.Closed("connection", connectionClose.ReplyCode, connectionClose.ReplyText);
            case MethodId.ChannelClose:
                var channelClose = MethodDecoder.Decode<ChannelClose>(payload);
                throw PerfException.Closed("channel", channelClose.ReplyCode, channelClose.ReplyText);
            default:
                break;
        }
    }

    private PerfException? FindCloseReason()
    {
        try
        {
            while (Receive())
            {
                while (TryReadFrame(out _))
                {
                    // Only a close is of interest now, and it is thrown.
                }
            }

            return null;
        }
        catch (PerfException reason)
        {
            return reason.ReplyCode is null ? null : reason;
        }
    }
}
