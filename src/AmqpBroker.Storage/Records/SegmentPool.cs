using System.Numerics;

namespace AmqpBroker.Storage.Records;

/// <summary>Keeps a bounded number of empty segments at hand, so that a queue that fills and drains allocates nothing.</summary>
/// <remarks>
/// Called under the lock of whichever log needs a segment, so it has none of its own: each slot changes hands by one
/// interlocked exchange. What does not fit into the slots is freed.
/// </remarks>
public sealed class SegmentPool
{
    /// <summary>First segment of an idle log, in bytes: small, since most queues hold little.</summary>
    public const int SmallestCapacity = 4 * 1024;

    /// <summary>Largest segment for ordinary records, in bytes; a larger record gets a segment of its own.</summary>
    public const int LargestCapacity = 1024 * 1024;

    // 4 KiB, 16 KiB, 64 KiB, 256 KiB, 1 MiB; 32 slots each keep at most 43 MiB from the system.
    private const int Classes = 5;
    private const int SlotsPerClass = 32;

    private readonly Segment?[][] _slots = [.. Enumerable.Range(0, Classes).Select(_ => new Segment?[SlotsPerClass])];
    private Action? _pressed;
    private long _limit = long.MaxValue;
    private long _bytesInUse;

    /// <summary>The pool that all logs of the process share.</summary>
    public static SegmentPool Shared { get; } = new();

    /// <summary>Bytes of the segments that logs hold.</summary>
    public long BytesInUse => Volatile.Read(ref _bytesInUse);

    /// <summary>Has someone called, under whatever lock, whenever a segment is taken while more than so many bytes are in use.</summary>
    /// <param name="limit">The bytes.</param>
    /// <param name="pressed">Whom to call: it must not block.</param>
    internal void CallAbove(long limit, Action pressed)
    {
        _pressed = pressed;
        Volatile.Write(ref _limit, limit);
    }

    /// <summary>Gives an empty segment of at least <paramref name="capacity"/> bytes.</summary>
    internal Segment Rent(int capacity)
    {
        var segment = TryTake(capacity) ?? new Segment(RoundUp(capacity));
        segment.Reset();
        if (Interlocked.Add(ref _bytesInUse, segment.Capacity) > Volatile.Read(ref _limit))
        {
            _pressed?.Invoke();
        }

        return segment;
    }

    /// <summary>Takes back a segment in which nothing is live.</summary>
    internal void Return(Segment segment)
    {
        Interlocked.Add(ref _bytesInUse, -segment.Capacity);
        if (segment.Capacity <= LargestCapacity)
        {
            var slots = _slots[ClassOf(segment.Capacity)];
            for (var i = 0; i < slots.Length; i++)
            {
                if (slots[i] is null && Interlocked.CompareExchange(ref slots[i], segment, null) is null)
                {
                    return;
                }
            }
        }

        segment.Free();
    }

    /// <summary>The capacity a log should ask for after <paramref name="capacity"/>: four times as much, up to the largest.</summary>
    internal static int NextCapacity(int capacity) => Math.Clamp(capacity * 4, SmallestCapacity, LargestCapacity);

    private static int RoundUp(int capacity) =>
        capacity > LargestCapacity ? capacity : SmallestCapacity << (2 * ClassOf(capacity));

    private static int ClassOf(int capacity) =>
        capacity <= SmallestCapacity ? 0 : (BitOperations.Log2((uint)(capacity - 1) / SmallestCapacity) / 2) + 1;

    private Segment? TryTake(int capacity)
    {
        if (capacity > LargestCapacity)
        {
            return null;
        }

        var slots = _slots[ClassOf(capacity)];
        for (var i = 0; i < slots.Length; i++)
        {
            if (slots[i] is not null && Interlocked.Exchange(ref slots[i], null) is { } segment)
            {
                return segment;
            }
        }

        return null;
    }
}
