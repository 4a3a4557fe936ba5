namespace AmqpBroker.Core.Statistics;

/// <summary>The changes of one value in each slot of its history. As small as what it holds allows: most change little, or not at all.</summary>
internal sealed class StatColumn(int length)
{
    private Array _cells = new byte[length];

    public long this[int index] => _cells switch
    {
        byte[] bytes => bytes[index],
        int[] integers => integers[index],
        _ => ((long[])_cells)[index],
    };

    public void Add(int index, long delta)
    {
        var value = this[index] + delta;
        switch (_cells)
        {
            case byte[] bytes when value is >= 0 and <= byte.MaxValue:
                bytes[index] = (byte)value;
                break;
            case byte[] bytes when value is >= int.MinValue and <= int.MaxValue:
                var integers = Array.ConvertAll(bytes, static cell => (int)cell);
                integers[index] = (int)value;
                _cells = integers;
                break;
            case int[] wide when value is >= int.MinValue and <= int.MaxValue:
                wide[index] = (int)value;
                break;
            default:
                Widen()[index] = value;
                break;
        }
    }

    public void Clear(int index)
    {
        if (this[index] != 0)
        {
            Add(index, -this[index]);
        }
    }

    private long[] Widen()
    {
        if (_cells is not long[] cells)
        {
            cells = new long[_cells.Length];
            for (var i = 0; i < cells.Length; i++)
            {
                cells[i] = this[i];
            }

            _cells = cells;
        }

        return cells;
    }
}
