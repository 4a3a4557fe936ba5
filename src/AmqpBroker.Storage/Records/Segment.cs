using System.Diagnostics;
using System.Runtime.CompilerServices;
using AmqpBroker.Storage.Paging;

namespace AmqpBroker.Storage.Records;

/// <summary>A block of memory outside the GC heap to which one log appends records.</summary>
/// <remarks>
/// <code>
///  0        4               12           12+n
///  +--------+---------------+------------+--------+-----
///  | n: i32 | position: i64 | record (n) | m: i32 | ...      native byte order: the block never leaves the process
///  +--------+---------------+------------+--------+-----
/// </code>
/// A released record keeps its place with n complemented (~n), so that walking over the block finds what is live; one that was
/// taken before the cursor came has its position complemented, so that the cursor passes over it.
/// Guarded by the owner of its log; only <see cref="Read"/> may be called from elsewhere, for a record not yet released, and
/// <see cref="Contents"/> while the pager has been lent the segment. While it is <see cref="SegmentPlace.OnDisk"/> its bytes are in a page,
/// and nothing of it has been read or released.
/// Unsafe code, because a managed array of this size would be one more thing for the GC to keep: a million backlogged
/// messages cost it nothing this way.
/// </remarks>
public sealed unsafe class Segment
{
    /// <summary>Bytes before each record: its length and position.</summary>
    internal const int RecordOverhead = sizeof(int) + sizeof(long);

    private byte* _memory;

    internal Segment(int capacity)
        : this(SegmentMemory.Allocate(capacity), capacity)
    {
    }

    private Segment(byte* memory, int capacity)
    {
        _memory = memory;
        Capacity = capacity;
    }

    /// <summary>Size of the block in bytes.</summary>
    public int Capacity { get; private set; }

    /// <summary>Bytes appended so far, record lengths included.</summary>
    internal int Written { get; private set; }

    /// <summary>Records appended so far.</summary>
    internal int Appended { get; private set; }

    /// <summary>Records appended and not released.</summary>
    internal int Live { get; private set; }

    /// <summary>Records appended and not read by the log's cursor.</summary>
    internal int Unread { get; private set; }

    internal Segment? Previous { get; set; }

    internal Segment? Next { get; set; }

    /// <summary>Where the bytes are.</summary>
    internal SegmentPlace Place { get; set; }

    /// <summary>Taken out of its log while the pager had it.</summary>
    internal bool IsDropped { get; set; }

    /// <summary>Takes no more records, however much room there is.</summary>
    internal bool IsSealed { get; set; }

    /// <summary>The page that holds the bytes; null while they are in memory only.</summary>
    internal PagedContents? Paged { get; set; }

    /// <summary>Whether records can be read: before and while it is written to a page, not after.</summary>
    internal bool IsInMemory => Place <= SegmentPlace.Leaving;

    /// <summary>The lowest due time of a record that is not read, as given at appending; <see cref="long.MaxValue"/> for none. Too low at worst.</summary>
    internal long Due { get; set; } = long.MaxValue;

    /// <summary>The position of its first record, released or not; there must be one.</summary>
    internal long FirstPosition => IsInMemory || Paged is null ? PositionAt(0) : Paged.FirstPosition;

    /// <summary>Whether nobody holds a record of it that has been read.</summary>
    internal bool IsUntouched => Unread == Live;

    /// <summary>All that was appended, headers included.</summary>
    internal ReadOnlySpan<byte> Contents => new(_memory, Written);

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
    internal long PositionAt(int offset)
    {
        var position = Unsafe.ReadUnaligned<long>(_memory + offset + sizeof(int));
        return position < 0 ? ~position : position;
    }

    /// <summary>The length of the record at <paramref name="offset"/>, released or not.</summary>
    internal int LengthOf(int offset)
    {
        var length = LengthAt(offset);
        return length < 0 ? ~length : length;
    }

    /// <summary>Whether the record at <paramref name="offset"/> is not released.</summary>
    internal bool IsLiveAt(int offset) => LengthAt(offset) >= 0;

    /// <summary>As <see cref="Read"/>, of a record that may be released at any moment.</summary>
    internal ReadOnlySpan<byte> Peek(int offset, int length) => new(_memory + offset + RecordOverhead, length);

    internal bool HasRoomFor(int length) => !IsSealed && Capacity - Written >= length + RecordOverhead;

    /// <summary>Reserves a record of <paramref name="length"/> bytes for the caller to fill at once.</summary>
    internal Span<byte> Append(int length, long position, out int offset)
    {
        Debug.Assert(HasRoomFor(length), "append to a full segment");
        offset = Written;
        LengthAt(offset) = length;
        Unsafe.WriteUnaligned(_memory + offset + sizeof(int), position);
        Written += length + RecordOverhead;
        Appended++;
        Live++;
        Unread++;
        return new Span<byte>(_memory + offset + RecordOverhead, length);
    }

    /// <summary>Reads the first record at or behind <paramref name="offset"/> that is neither read nor released; there must be one.</summary>
    /// <param name="offset">Where to look; the offset behind the record when done.</param>
    /// <param name="found">Where the record lies.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal ReadOnlySpan<byte> ReadUnread(ref int offset, out int found)
    {
        while (!IsUnreadAt(offset))
        {
            offset = BehindAny(offset);
        }

        found = offset;
        var length = LengthAt(offset);
        offset += RecordOverhead + length;
        Unread--;
        return new ReadOnlySpan<byte>(_memory + found + RecordOverhead, length);
    }

    /// <summary>Whether the record at <paramref name="offset"/>, where the cursor has not been, is neither taken nor released.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool IsUnreadAt(int offset) =>
        LengthAt(offset) >= 0 && Unsafe.ReadUnaligned<long>(_memory + offset + sizeof(int)) >= 0;

    /// <summary>Counts the record at <paramref name="offset"/> as read, before the cursor comes to it.</summary>
    internal void Take(int offset)
    {
        Debug.Assert(IsUnreadAt(offset), "taken twice");
        Unsafe.WriteUnaligned(_memory + offset + sizeof(int), ~PositionAt(offset));
        Unread--;
    }

    /// <summary>The offset behind the live record at <paramref name="offset"/>.</summary>
    internal int Behind(int offset) => offset + RecordOverhead + LengthAt(offset);

    /// <summary>The offset behind the record at <paramref name="offset"/>, live or not.</summary>
    internal int BehindAny(int offset) => offset + RecordOverhead + LengthOf(offset);

    /// <summary>Counts the records from <paramref name="offset"/> on, where the cursor stands, as read and released.</summary>
    /// <returns>Their bytes.</returns>
    internal long DropUnread(int offset)
    {
        var dropped = 0L;
        while (offset < Written)
        {
            var length = LengthOf(offset);
            if (IsUnreadAt(offset))
            {
                dropped += Release(offset);
            }

            offset += RecordOverhead + length;
        }

        Unread = 0;
        return dropped;
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

    /// <summary>Ends a record's life.</summary>
    /// <returns>Its bytes.</returns>
    internal int Release(int offset)
    {
        Debug.Assert(LengthAt(offset) >= 0, "record released twice");
        var length = LengthAt(offset);
        LengthAt(offset) = ~length;
        Live--;
        return length;
    }

    /// <summary>Makes the block an empty segment.</summary>
    internal void Reset()
    {
        Written = 0;
        Appended = 0;
        Live = 0;
        Unread = 0;
        Place = SegmentPlace.Memory;
        IsDropped = false;
        IsSealed = false;
        Paged = null;
        Due = long.MaxValue;
        Previous = null;
        Next = null;
    }

    /// <summary>Room for bytes that come back from a page into this block, which is otherwise empty.</summary>
    internal Span<byte> RoomFor(int length)
    {
        Debug.Assert(Written == 0 && length <= Capacity, "a block of its own");
        return new Span<byte>(_memory, length);
    }

    /// <summary>Leaves the block to a segment of its own, which goes back to the pool; what was in it is in a page.</summary>
    internal Segment LeaveMemory()
    {
        var block = new Segment(_memory, Capacity);
        _memory = null;
        return block;
    }

    /// <summary>Takes over another segment's block, which holds the bytes that were in the page; the other is no more.</summary>
    internal void TakeMemoryOf(Segment block)
    {
        Debug.Assert(_memory == null, "it has left its own");
        _memory = block._memory;
        Capacity = block.Capacity;
        block._memory = null;
    }

    /// <summary>Counts everything as read and released, of a segment that is on disk.</summary>
    /// <returns>The bytes of its records.</returns>
    internal long DropPaged()
    {
        Live = 0;
        Unread = 0;
        return Paged?.RecordBytes ?? 0;
    }

    internal void Free()
    {
        SegmentMemory.Free(_memory, Capacity);
        _memory = null;
    }

    private ref int LengthAt(int offset) => ref Unsafe.AsRef<int>(_memory + offset);
}
