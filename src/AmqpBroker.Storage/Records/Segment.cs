using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace AmqpBroker.Storage.Records;

/// <summary>A block of memory outside the GC heap to which one log appends records.</summary>
/// <remarks>
/// <code>
///  0        4               12           12+n
///  +--------+---------------+------------+--------+-----
///  | n: i32 | position: i64 | record (n) | m: i32 | ...      native byte order: the block never leaves the process
///  +--------+---------------+------------+--------+-----
/// </code>
/// A released record keeps its place with n complemented (~n), so that walking over the block finds what is live.
/// Guarded by the owner of its log; only <see cref="Read"/> may be called from elsewhere, for a record not yet released.
/// Unsafe code, because a managed array of this size would be one more thing for the GC to keep: a million backlogged
/// messages cost it nothing this way.
/// </remarks>
public sealed unsafe class Segment
{
    /// <summary>Bytes before each record: its length and position.</summary>
    internal const int RecordOverhead = sizeof(int) + sizeof(long);

    private byte* _memory;

    internal Segment(int capacity)
    {
        _memory = (byte*)NativeMemory.Alloc((nuint)capacity);
        Capacity = capacity;
    }

    /// <summary>Size of the block in bytes.</summary>
    public int Capacity { get; }

    /// <summary>Bytes appended so far, record lengths included.</summary>
    internal int Written { get; private set; }

    /// <summary>Records appended and not released.</summary>
    internal int Live { get; private set; }

    /// <summary>Records appended and not read by the log's cursor.</summary>
    internal int Unread { get; private set; }

    internal Segment? Previous { get; set; }

    internal Segment? Next { get; set; }

    /// <summary>Gives the bytes of the record whose length field lies at <paramref name="offset"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal ReadOnlySpan<byte> Read(int offset)
    {
        Debug.Assert(_memory != null && offset >= 0 && offset < Written, "record outside its segment");
        Debug.Assert(LengthAt(offset) >= 0, "record read after its release");
        return new ReadOnlySpan<byte>(_memory + offset + RecordOverhead, LengthAt(offset));
    }

    /// <summary>Gives the position of the record at <paramref name="offset"/>, released or not.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal long PositionAt(int offset) => Unsafe.ReadUnaligned<long>(_memory + offset + sizeof(int));

    internal bool HasRoomFor(int length) => Capacity - Written >= length + RecordOverhead;

    /// <summary>Reserves a record of <paramref name="length"/> bytes for the caller to fill at once.</summary>
    internal Span<byte> Append(int length, long position, out int offset)
    {
        Debug.Assert(HasRoomFor(length), "append to a full segment");
        offset = Written;
        LengthAt(offset) = length;
        Unsafe.WriteUnaligned(_memory + offset + sizeof(int), position);
        Written += length + RecordOverhead;
        Live++;
        Unread++;
        return new Span<byte>(_memory + offset + RecordOverhead, length);
    }

    /// <summary>Counts the record at <paramref name="offset"/> as read and gives the offset behind it.</summary>
    internal int PassOver(int offset)
    {
        Unread--;
        return Behind(offset);
    }

    /// <summary>The offset behind the live record at <paramref name="offset"/>.</summary>
    internal int Behind(int offset) => offset + RecordOverhead + LengthAt(offset);

    /// <summary>Counts the records from <paramref name="offset"/> on, where the cursor stands, as read and released.</summary>
    internal void DropUnread(int offset)
    {
        while (offset < Written)
        {
            var length = LengthAt(offset);
            Release(offset);
            offset += RecordOverhead + length;
        }

        Unread = 0;
    }

    /// <summary>Finds the first record at or behind <paramref name="offset"/> that is not released; <see cref="Written"/> if none.</summary>
    internal int FindLive(int offset)
    {
        while (offset < Written && LengthAt(offset) < 0)
        {
            offset += RecordOverhead + ~LengthAt(offset);
        }

        return offset;
    }

    internal void Release(int offset)
    {
        Debug.Assert(LengthAt(offset) >= 0, "record released twice");
        LengthAt(offset) = ~LengthAt(offset);
        Live--;
    }

    /// <summary>Makes the block an empty segment.</summary>
    internal void Reset()
    {
        Written = 0;
        Live = 0;
        Unread = 0;
        Previous = null;
        Next = null;
    }

    internal void Free()
    {
        NativeMemory.Free(_memory);
        _memory = null;
    }

    private ref int LengthAt(int offset) => ref Unsafe.AsRef<int>(_memory + offset);
}
