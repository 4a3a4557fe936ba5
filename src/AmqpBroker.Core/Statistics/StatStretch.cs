namespace AmqpBroker.Core.Statistics;

/// <summary>A stretch of the past, as far as it is kept in slots of one length; the slots of all stretches follow each other in one column.</summary>
/// <param name="SlotLength">Milliseconds in a slot.</param>
/// <param name="Count">Slots.</param>
/// <param name="Offset">Where they begin in the column.</param>
internal readonly record struct StatStretch(long SlotLength, int Count, int Offset)
{
    /// <summary>Slots kept beyond the age: samples end up to an increment ago, and reach back that much farther.</summary>
    private const int Spare = 13;

    /// <summary>Milliseconds it reaches back.</summary>
    public long Age => SlotLength * (Count - 1);

    /// <summary>Where in a column they all end.</summary>
    public int End => Offset + Count;

    /// <summary>The slot that ends at a moment, or in which it lies.</summary>
    public long SlotEndingAt(long milliseconds) => (milliseconds + SlotLength - 1) / SlotLength;

    /// <summary>Where a slot stands in a column.</summary>
    public int IndexOf(long slot) => Offset + (int)(slot % Count);

    /// <summary>Lays out stretches, each of slots of a length as far as an age.</summary>
    public static StatStretch[] Follow(params ReadOnlySpan<(long SlotLength, long Age)> wanted)
    {
        var stretches = new StatStretch[wanted.Length];
        var offset = 0;
        for (var i = 0; i < wanted.Length; i++)
        {
            stretches[i] = new StatStretch(wanted[i].SlotLength, (int)(wanted[i].Age / wanted[i].SlotLength) + Spare, offset);
            offset = stretches[i].End;
        }

        return stretches;
    }
}
