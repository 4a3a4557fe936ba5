using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace AmqpBroker.Storage.Records;

/// <summary>A block of memory outside the GC heap to which one log appends records.</summary>
/// <remarks>
/// <code>
///  0        4            4+n      8+n
///  +--------+------------+--------+-----
///  | n: i32 | record (n) | m: i32 | ...      native byte order: the block never leaves the process
///  +--------+------------+--------+-----
/// </code>
/// Guarded by the owner of its log; only <see cref="Read"/> may be called from elsewhere, for a record not yet released.
/// Unsafe code, because a managed array of this size would be one more thing for the GC to keep: a million backlogged
/// messages cost it nothing this way.
/// </remarks>
public sealed unsafe class Segment
{
    /// <summary>Bytes before each record: its length.</summary>
    internal const int RecordOverhead = sizeof(int);

    private byte* _memory;

    internal Segment(int capacity)
    {
        _memory = (byte*)NativeMemory.Alloc((nuint)capacity);
        Capacity = capacity;
    }

    /// <summary>Size of the block in bytes.</summary>
    public int Capacity { get; }

    /// <summary>Position of the block's first byte in its log.</summary>
    public long BasePosition { get; private set; }

    /// <summary>Bytes appended so far, record lengths included.</summary>
    internal int Written { get; private set; }

    /// <summary>Position behind the last record. Less than the log's end when a later segment has come and gone.</summary>
    internal long End => BasePosition + Written;

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
        return new ReadOnlySpan<byte>(_memory + offset + RecordOverhead, *(int*)(_memory + offset));
    }

    internal bool HasRoomFor(int length) => Capacity - Written >= length + RecordOverhead;

    /// <summary>Reserves a record of <paramref name="length"/> bytes for the caller to fill at once.</summary>
    internal Span<byte> Append(int length, out int offset)
    {
        Debug.Assert(HasRoomFor(length), "append to a full segment");
        offset = Written;
        *(int*)(_memory + offset) = length;
        Written += length + RecordOverhead;
        Live++;
        Unread++;
        return new Span<byte>(_memory + offset + RecordOverhead, length);
    }

    /// <summary>Counts the record at <paramref name="offset"/> as read and gives the offset behind it.</summary>
    internal int PassOver(int offset)
    {
        Unread--;
        return offset + RecordOverhead + *(int*)(_memory + offset);
    }

    /// <summary>Counts every record the cursor has not reached as read and released.</summary>
    internal int DropUnread()
    {
        var dropped = Unread;
        Unread = 0;
        Live -= dropped;
        return dropped;
    }

    internal void Release()
    {
        Live--;
        Debug.Assert(Live >= 0, "record released twice");
    }

    /// <summary>Makes the block an empty segment that starts at <paramref name="basePosition"/>.</summary>
    internal void Reset(long basePosition)
    {
        BasePosition = basePosition;
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
}
