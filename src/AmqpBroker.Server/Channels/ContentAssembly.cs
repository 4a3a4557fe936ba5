using System.Buffers;
using AmqpBroker.Core.Routing;
using AmqpBroker.Protocol.Content;
using AmqpBroker.Protocol.Errors;

namespace AmqpBroker.Server.Channels;

/// <summary>The content a channel is receiving: what comes whole is left where it lies, what comes in pieces is put together.</summary>
/// <remarks>Confined to the input loop. Memory grows with what has arrived, never with what was announced.</remarks>
internal sealed class ContentAssembly
{
    /// <summary>No queue takes more, whatever is configured (as RabbitMQ 4), so it is refused by the header alone.</summary>
    private const ulong AbsoluteMaximum = 512UL * 1024 * 1024;

    private Route? _route;
    private ReadOnlyMemory<byte> _header;
    private byte[]? _keptHeader;
    private byte[]? _buffer;
    private int _received;

    /// <summary>Nothing is being received.</summary>
    public bool IsIdle => _route is null;

    /// <summary>A method was read that content must follow, and its header is due.</summary>
    public bool IsHeaderDue => _route is not null && _header.IsEmpty;

    /// <summary>The header is there, the body is due.</summary>
    public bool IsBodyDue => _route is not null && !_header.IsEmpty;

    public bool IsMandatory { get; private set; }

    /// <summary>Size of the body, in bytes.</summary>
    public int BodySize { get; private set; }

    /// <summary>Where the content goes; only while it is being received.</summary>
    public Route Route => _route ?? throw new InvalidOperationException("no content is being received");

    /// <summary>The content header's payload.</summary>
    public ReadOnlyMemory<byte> Header => _header;

    /// <summary>Whether body or header were put together, and go back with <see cref="Reset"/>.</summary>
    public bool OwnsMemory => _buffer is not null || _keptHeader is not null;

    public void Begin(Route route, bool isMandatory)
    {
        _route = route;
        IsMandatory = isMandatory;
    }

    /// <summary>Takes the header; its payload is borrowed until <see cref="Keep"/> or <see cref="Reset"/>.</summary>
    /// <exception cref="Protocol.ConnectionException">505 or 501: not a header that may stand here.</exception>
    public ContentHeader TakeHeader(ReadOnlyMemory<byte> payload)
    {
        var header = ContentHeader.Read(payload.Span);
        header.CheckFollowsPublish();
        if (header.BodySize > AbsoluteMaximum)
        {
            throw FrameErrors.BodySizeTooLarge(header.BodySize, AbsoluteMaximum);
        }

        _header = payload;
        BodySize = (int)header.BodySize;
        return header;
    }

    /// <summary>Takes a piece of the body.</summary>
    /// <param name="payload">Borrowed.</param>
    /// <param name="limit">Bytes worth keeping; of a longer body only the length is counted, since it will be refused.</param>
    /// <param name="body">The whole body, once it is there.</param>
    /// <exception cref="Protocol.ConnectionException">501: more than the header announced.</exception>
    public bool TryTakeBody(ReadOnlyMemory<byte> payload, int limit, out ReadOnlyMemory<byte> body)
    {
        body = default;
        if (payload.Length > BodySize - _received)
        {
            throw FrameErrors.BodyTooLong();
        }

        if (payload.Length == BodySize)
        {
            body = payload;
            return true;
        }

        if (BodySize <= limit)
        {
            Append(payload.Span);
        }

        _received += payload.Length;
        if (_received < BodySize)
        {
            return false;
        }

        body = _buffer.AsMemory(0, BodySize <= limit ? BodySize : 0);
        return true;
    }

    /// <summary>Copies what is borrowed: the receive buffer is about to go.</summary>
    public void Keep()
    {
        if (IsBodyDue && _keptHeader is null)
        {
            _keptHeader = ArrayPool<byte>.Shared.Rent(_header.Length);
            _header.CopyTo(_keptHeader);
            _header = _keptHeader.AsMemory(0, _header.Length);
        }
    }

    /// <summary>Forgets the content and gives its memory back.</summary>
    public void Reset()
    {
        if (_buffer is not null)
        {
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = null;
        }

        if (_keptHeader is not null)
        {
            ArrayPool<byte>.Shared.Return(_keptHeader);
            _keptHeader = null;
        }

        _route = null;
        _header = default;
        _received = 0;
    }

    private void Append(ReadOnlySpan<byte> piece)
    {
        var needed = _received + piece.Length;
        if (_buffer is null || _buffer.Length < needed)
        {
            var larger = ArrayPool<byte>.Shared.Rent(Math.Min(BodySize, Math.Max(needed, _received * 2)));
            if (_buffer is not null)
            {
                _buffer.AsSpan(0, _received).CopyTo(larger);
                ArrayPool<byte>.Shared.Return(_buffer);
            }

            _buffer = larger;
        }

        piece.CopyTo(_buffer.AsSpan(_received));
    }
}
