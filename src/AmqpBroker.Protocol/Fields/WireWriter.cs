using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace AmqpBroker.Protocol.Fields;

/// <summary>
/// Appends fields (AMQP 0-9-1 §4.2.5), big-endian. Writes into the caller's memory and moves to a pooled array only
/// when that is full, so <see cref="Dispose"/> must be called when done; not before <see cref="Written"/> was used.
/// </summary>
public ref struct WireWriter
{
    private const int LengthPrefix = sizeof(uint);

    private Span<byte> _buffer;
    private byte[]? _rented;
    private int _length;

    /// <summary>A writer that fills <paramref name="initial"/> first; it may be empty.</summary>
    public WireWriter(Span<byte> initial) => _buffer = initial;

    /// <summary>What was written: valid until the next write or <see cref="Dispose"/>.</summary>
    public readonly ReadOnlySpan<byte> Written => _buffer[.._length];

    /// <summary>True once the initial memory was too small and holds nothing of use.</summary>
    internal readonly bool HasMoved => _rented is not null;

    /// <summary>Appends an unsigned octet.</summary>
    public void WriteOctet(byte value) => Append(sizeof(byte))[0] = value;

    /// <summary>Appends an unsigned integer of 16 bits.</summary>
    public void WriteShort(ushort value) => BinaryPrimitives.WriteUInt16BigEndian(Append(sizeof(ushort)), value);

    /// <summary>Appends an unsigned integer of 32 bits.</summary>
    public void WriteLong(uint value) => BinaryPrimitives.WriteUInt32BigEndian(Append(sizeof(uint)), value);

    /// <summary>Appends an unsigned integer of 64 bits.</summary>
    public void WriteLongLong(ulong value) => BinaryPrimitives.WriteUInt64BigEndian(Append(sizeof(ulong)), value);

    /// <summary>Appends consecutive bit fields as one octet, the first in the lowest position.</summary>
    public void WriteBits(bool first, bool second = false, bool third = false, bool fourth = false, bool fifth = false) =>
        WriteOctet((byte)((first ? 1 : 0) | (second ? 2 : 0) | (third ? 4 : 0) | (fourth ? 8 : 0) | (fifth ? 16 : 0)));

    /// <summary>Appends a short string; null is written as the empty one.</summary>
    /// <exception cref="ArgumentException">Longer than 255 UTF-8 octets.</exception>
    public void WriteShortString(string? value)
    {
        Span<byte> octets = stackalloc byte[byte.MaxValue];
        WriteShortString(octets[..LenientUtf8.Encode(value, octets)]);
    }

    /// <summary>Appends a short string from its octets.</summary>
    /// <exception cref="ArgumentException">Longer than 255 octets.</exception>
    public void WriteShortString(scoped ReadOnlySpan<byte> octets)
    {
        if (octets.Length > byte.MaxValue)
        {
            throw new ArgumentException("a short string holds at most 255 octets", nameof(octets));
        }

        WriteOctet((byte)octets.Length);
        WriteRaw(octets);
    }

    /// <summary>Appends a long string.</summary>
    public void WriteLongString(scoped ReadOnlySpan<byte> octets)
    {
        WriteLong((uint)octets.Length);
        WriteRaw(octets);
    }

    /// <summary>Appends text as a long string in UTF-8; null is written as the empty one.</summary>
    public void WriteLongString(string? value)
    {
        var octets = Encoding.UTF8.GetByteCount(value ?? "");
        WriteLong((uint)octets);
        Encoding.UTF8.GetBytes(value, Append(octets));
    }

    /// <summary>Appends a field table with its length; null is written as the empty one.</summary>
    public void WriteTable(FieldTable? table)
    {
        var start = BeginLength();
        FieldEncoder.Write(ref this, table ?? FieldTable.Empty);
        EndLength(start);
    }

    /// <summary>Appends octets as they are.</summary>
    public void WriteRaw(scoped ReadOnlySpan<byte> octets) => octets.CopyTo(Append(octets.Length));

    /// <summary>Gives pooled memory back. Calling it again does nothing.</summary>
    public void Dispose()
    {
        if (_rented is not null)
        {
            ArrayPool<byte>.Shared.Return(_rented);
            _rented = null;
            _buffer = default;
            _length = 0;
        }
    }

    /// <summary>Leaves room for the length of what follows; hand the result to <see cref="EndLength"/>.</summary>
    internal int BeginLength()
    {
        WriteLong(0);
        return _length;
    }

    /// <summary>Fills in the octets written since.</summary>
    internal readonly void EndLength(int start) =>
        BinaryPrimitives.WriteUInt32BigEndian(_buffer[(start - LengthPrefix)..], (uint)(_length - start));

    private Span<byte> Append(int count)
    {
        if (count > _buffer.Length - _length)
        {
            Grow(count);
        }

        var appended = _buffer.Slice(_length, count);
        _length += count;
        return appended;
    }

    private void Grow(int count)
    {
        var larger = ArrayPool<byte>.Shared.Rent(checked(_length + Math.Max(count, _length)));
        Written.CopyTo(larger);
        if (_rented is not null)
        {
            ArrayPool<byte>.Shared.Return(_rented);
        }

        _rented = larger;
        _buffer = larger;
    }
}
