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

    private const int LeastBuffer = 256 * 1024;

    /// <summary>How long a worker sleeps in a read before it looks whether it is to stop.</summary>
    private static readonly TimeSpan ReadTimeout = TimeSpan.FromMilliseconds(100);

    private static readonly TimeSpan ReplyTimeout = TimeSpan.FromSeconds(15);

    private readonly Socket _socket;
    private readonly ArrayBufferWriter<byte> _output = new();
    private byte[] _input = new byte[LeastBuffer];
    private int _start;
    private int _end;

    public PerfConnection(Socket socket)
    {
        _socket = socket;
        _socket.NoDelay = true;
        _socket.ReceiveTimeout = (int)ReadTimeout.TotalMilliseconds;
    }

    /// <summary>The negotiated frame-max in bytes; until then what both sides take before the negotiation.</summary>
    public int FrameMax { get; set; } = FrameConstants.DefaultFrameMax;

    public bool HasInput => _end > _start || _socket.Available > 0;

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
            throw FindCloseReason() ?? Lost(exception);
        }
    }

    /// <summary>Sends a method and waits for its answer, whose payload is valid until the next read.</summary>
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
                if (frame.Type == FrameType.Method && MethodDecoder.ReadId(frame.Payload.FirstSpan) == T.Id)
                {
                    return MethodDecoder.Decode<T>(frame.Payload.FirstSpan);
                }
            }

            if (!Receive() && PerfClock.SecondsSince(started) > ReplyTimeout.TotalSeconds)
            {
                throw new PerfException($"the broker did not answer within {ReplyTimeout.TotalSeconds} seconds ({T.Id} was expected)");
            }
        }
    }

    /// <summary>Takes the next whole frame from what was received. Its payload is contiguous, and valid until <see cref="Receive"/>.</summary>
    /// <exception cref="PerfException">The frame closes the channel or the connection.</exception>
    public bool TryReadFrame(out Frame frame)
    {
        var sequence = new ReadOnlySequence<byte>(_input, _start, _end - _start);
        var before = sequence.Length;
        try
        {
            if (!FrameReader.TryRead(ref sequence, FrameMax, out frame))
            {
                return false;
            }
        }
        catch (AmqpException exception)
        {
            throw new PerfException("what came is not AMQP 0-9-1: " + exception.Message, exception);
        }

        _start += (int)(before - sequence.Length);
        if (frame.Type == FrameType.Method)
        {
            ThrowIfClosed(frame.Payload.FirstSpan);
        }

        return true;
    }

    /// <summary>Reads what there is, or waits a moment for it.</summary>
    /// <returns>False when nothing came.</returns>
    /// <exception cref="PerfException">The connection is lost.</exception>
    public bool Receive()
    {
        MakeRoom();
        try
        {
            var count = _socket.Receive(_input.AsSpan(_end), SocketFlags.None, out var error);
            if (error is SocketError.TimedOut or SocketError.WouldBlock)
            {
                return false;
            }

            if (error != SocketError.Success || count == 0)
            {
                throw Lost(new SocketException((int)error));
            }

            _end += count;
            return true;
        }
        catch (ObjectDisposedException exception)
        {
            throw Lost(exception);
        }
    }

    private static PerfException Lost(Exception cause) => new("the broker closed the connection", cause);

    private static void ThrowIfClosed(ReadOnlySpan<byte> payload)
    {
        switch (MethodDecoder.ReadId(payload))
        {
            case MethodId.ConnectionClose:
                var connectionClose = MethodDecoder.Decode<ConnectionClose>(payload);
                throw Closed("connection", connectionClose.ReplyCode, connectionClose.ReplyText);
            case MethodId.ChannelClose:
                var channelClose = MethodDecoder.Decode<ChannelClose>(payload);
                throw Closed("channel", channelClose.ReplyCode, channelClose.ReplyText);
            default:
                break;
        }
    }

    private static PerfException Closed(string what, ReplyCode code, string text)
        => new($"the broker closed the {what}: {(int)code} {text}") { ReplyCode = code };

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

    private void MakeRoom()
    {
        if (_start > 0)
        {
            _input.AsSpan(_start, _end - _start).CopyTo(_input);
            _end -= _start;
            _start = 0;
        }

        if (_input.Length - _end < LeastBuffer / 2)
        {
            Array.Resize(ref _input, _input.Length * 2);
        }
    }
}
