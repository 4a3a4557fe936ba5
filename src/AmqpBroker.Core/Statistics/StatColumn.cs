namespace AmqpBroker.Core.Statistics;

/// <summary>The changes of one value in each slot of its history. As small as what it holds allows: most change seldom, little, or not at all.</summary>
internal sealed class StatColumn(int length)
{
    /// <summary>Changes up to which only they are kept, and not the slots without any.</summary>
    internal const int FewChanges = 8;

    private int _count;
    private Change[]? _changes = new Change[2];

    // Of the narrowest numbers that hold them; empty while there are few changes.
    private Array _cells = Array.Empty<byte>();

    public long this[int index] => _changes is { } changes ? Find(changes, index, out var at) ? changes[at].Value : 0 : Read(_cells, index);

    public void Add(int index, long delta)
    {
        if (_changes is { } changes)
        {
            AddToFew(changes, index, delta);
        }
        else
        {
            Set(index, Read(_cells, index) + delta);
        }
    }

    public void Clear(int index)
    {
        if (this[index] is not 0 and var value)
        {
            Add(index, -value);
        }
    }

    private bool Find(Change[] changes, int index, out int at)
    {
        for (at = 0; at < _count; at++)
        {
            if (changes[at].Index == index)
            {
                return true;
            }
        }

        return false;
    }

    private void AddToFew(Change[] changes, int index, long delta)
    {
        if (Find(changes, index, out var at))
        {
            changes[at] = new Change(index, changes[at].Value + delta);
            if (changes[at].Value == 0)
            {
                changes[at] = changes[--_count];
            }

            return;
        }

        if (_count == FewChanges)
        {
            Spread(changes);
            Set(index, delta);
            return;
        }

        if (_count == changes.Length)
        {
            Array.Resize(ref changes, _count * 2);
            _changes = changes;
        }

        changes[_count++] = new Change(index, delta);
    }

    private void Spread(Change[] changes)
    {
        _changes = null;
        _cells = new byte[length];
        foreach (var (index, value) in changes.AsSpan(0, _count))
        {
            Set(index, value);
        }
    }

    private void Set(int index, long value)
    {
        if (TryWrite(_cells, index, value))
        {
            return;
        }

        Array wider = value switch
        {
            >= short.MinValue and <= short.MaxValue when _cells is byte[] => new short[length],
            >= int.MinValue and <= int.MaxValue when _cells is byte[] or short[] => new int[length],
            _ => new long[length],
        };
        for (var i = 0; i < length; i++)
        {
            TryWrite(wider, i, Read(_cells, i));
        }

        TryWrite(wider, index, value);
        _cells = wider;
    }

    private static long Read(Array cells, int index) => cells switch
    {
        byte[] bytes => bytes[index],
        short[] shorts => shorts[index],
        int[] integers => integers[index],
        _ => ((long[])cells)[index],
    };

    private static bool TryWrite(Array cells, int index, long value)
    {
        switch (cells)
        {
            case byte[] bytes when value is >= 0 and <= byte.MaxValue:
                bytes[index] = (byte)value;
                return true;
            case short[] shorts when value is >= short.MinValue and <= short.MaxValue:
                shorts[index] = (short)value;
                return true;
            case int[] integers when value is >= int.MinValue and <= int.MaxValue:
                integers[index] = (int)value;
                return true;
            case long[] longs:
                longs[index] = value;
                return true;
            default:
                return false;
        }
    }

    private readonly record struct Change(int Index, long Value);
}
