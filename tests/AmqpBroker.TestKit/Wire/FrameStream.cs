using System.Buffers;
using System.Net.Sockets;
using AmqpBroker.Protocol.Framing;

namespace AmqpBroker.TestKit.Wire;

/// <summary>Cuts what a socket receives into frames. Reads only when asked to, so that a test can stop reading.</summary>
/// <remarks>Confined: one reader at a time.</remarks>
internal sealed class FrameStream(Socket socket)
{
    /// <summary>Larger than any frame-max: a header frame is never split and may exceed what was negotiated.</summary>
    private const int LargestFrame = 64 * 1024 * 1024;

    private const int ReadSize = 64 * 1024;

    private readonly byte[] _chunk = new byte[ReadSize];
    private readonly ArrayBufferWriter<byte> _buffer = new();
    private int _consumed;

    /// <summary>The next frame or protocol header, or the end of the socket.</summary>
    public async ValueTask<WireEvent> ReadAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            if (TryTake() is { } received)
            {
                return received;
            }

            int count;
            try
            {
                count = await socket.ReceiveAsync(_chunk, cancellationToken);
            }
            catch (SocketException reset) when (reset.SocketErrorCode == SocketError.ConnectionReset)
            {
                return new SocketEnd(IsReset: true);
            }

            if (count == 0)
            {
                return new SocketEnd(IsReset: false);
            }

            Append(_chunk.AsSpan(0, count));
        }
    }

    private void Append(ReadOnlySpan<byte> octets)
    {
        if (_consumed == _buffer.WrittenCount)
        {
            _buffer.ResetWrittenCount();
            _consumed = 0;
        }

        _buffer.Write(octets);
    }

    private WireEvent? TryTake()
    {
        var unread = _buffer.WrittenMemory[_consumed..];
        if (unread.Length >= 8 && unread.Span.StartsWith("AMQP"u8))
        {
            _consumed += 8;
            return new ReceivedProtocolHeader(unread[..8].ToArray());
        }

        var sequence = new ReadOnlySequence<byte>(unread);
        if (!FrameReader.TryRead(ref sequence, LargestFrame, out var frame))
        {
            return null;
        }

        _consumed += unread.Length - (int)sequence.Length;
        return new ReceivedFrame(frame.Type, frame.Channel, frame.Payload.ToArray());
    }
}
