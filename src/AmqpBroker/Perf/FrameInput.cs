using System.Buffers;
using System.Buffers.Binary;
using System.Diagnostics;
using System.Net.Sockets;
using AmqpBroker.Protocol;
using AmqpBroker.Protocol.Framing;

namespace AmqpBroker.Perf;

/// <summary>What a socket has received and nobody has read yet, as frames. Confined to the thread that reads.</summary>
internal sealed class FrameInput(Socket socket)
{
    private const int LeastBuffer = 256 * 1024;
    private const int SizeOffset = 3;

    private byte[] _buffer = new byte[LeastBuffer];
    private int _start;
    private int _end;

    /// <summary>Takes the next whole frame. Its payload is valid until <see cref="Receive"/>.</summary>
    /// <exception cref="PerfException">These octets are no frame.</exception>
    public bool TryRead(int frameMax, out ReceivedFrame frame)
    {
        // A consumer of small messages reads ten million frames a second: the buffer is one piece of memory, and taking
        // the frame from it directly costs a third of the reader that works on any sequence. That one judges the rest.
        frame = default;
        var unread = _buffer.AsSpan(_start, _end - _start);
        if (unread.Length < FrameConstants.Overhead)
        {
            return false;
        }

        var length = BinaryPrimitives.ReadUInt32BigEndian(unread[SizeOffset..]);
        if (length > frameMax)
        {
            throw Refused(frameMax);
        }

        var end = FrameConstants.HeaderLength + (int)length;
        if (unread.Length <= end)
        {
            return false;
        }

        if (unread[end] != FrameConstants.End)
        {
            throw Refused(frameMax);
        }

        frame = new((FrameType)unread[0], unread[FrameConstants.HeaderLength..end]);
        _start += end + 1;
        return true;
    }

    /// <summary>Reads what there is, or waits for it as long as the socket's timeout lets it.</summary>
    /// <returns>False when nothing came.</returns>
    /// <exception cref="PerfException">The connection is lost.</exception>
    public bool Receive()
    {
        MakeRoom();
        try
        {
            var count = socket.Receive(_buffer.AsSpan(_end), SocketFlags.None, out var error);
            if (error is SocketError.TimedOut or SocketError.WouldBlock)
            {
                return false;
            }

            if (error != SocketError.Success || count == 0)
            {
                throw PerfException.Lost(new SocketException((int)error));
            }

            _end += count;
            return true;
        }
        catch (ObjectDisposedException exception)
        {
            throw PerfException.Lost(exception);
        }
    }

    private PerfException Refused(int frameMax)
    {
        var unread = new ReadOnlySequence<byte>(_buffer, _start, _end - _start);
        try
        {
            FrameReader.TryRead(ref unread, frameMax, out _);
            throw new UnreachableException("a frame refused here was taken by the protocol's reader");
        }
        catch (AmqpException exception)
        {
            return new("what came is not AMQP 0-9-1: " + exception.Message, exception);
        }
    }

    private void MakeRoom()
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            _end -= _start;
            _start = 0;
        }

        if (_buffer.Length - _end < LeastBuffer / 2)
        {
            Array.Resize(ref _buffer, _buffer.Length * 2);
        }
    }
}
