using System.Numerics;

namespace AmqpBroker.Server.Output;

/// <summary>The unsettled deliveries of one channel, in the order of their tags. Guarded by the connection's output.</summary>
/// <remarks>
/// A ring, since clients settle mostly in order: the oldest goes at once, one in the middle leaves a gap until those
/// before it go or the gaps outnumber the rest.
/// </remarks>
internal sealed class UnackedTable
{
    private const int InitialCapacity = 16;

    /// <summary>Largest ring kept while nothing is unsettled: 64 Ki entries are 3 MiB.</summary>
    private const int KeptCapacity = 64 * 1024;

    private UnackedDelivery[] _ring = [];
    private int _head;
    private int _length;

    /// <summary>Deliveries not settled.</summary>
    public int Count { get; private set; }

    /// <summary>Counts the unsettled deliveries to consumers, those of basic.get left out. Looks at each.</summary>
    public int CountConsumed()
    {
        var count = 0;
        for (var i = 0; i < _length; i++)
        {
            count += At(i).Consumer is null ? 0 : 1;
        }

        return count;
    }

    /// <summary>The tag of the oldest; there must be one.</summary>
    public ulong OldestTag => At(0).Tag;

    /// <summary>The unsettled deliveries, oldest first.</summary>
    public IEnumerable<UnackedDelivery> Enumerate()
    {
        for (var i = 0; i < _length; i++)
        {
            var delivery = At(i);
            if (delivery.Queue is not null)
            {
                yield return delivery;
            }
        }
    }

    /// <summary>Places for deliveries, gaps included.</summary>
    public int Capacity => _ring.Length;

    /// <summary>Adds a delivery; its tag is higher than all before.</summary>
    public void Add(in UnackedDelivery delivery)
    {
        if (_length == _ring.Length)
        {
            MakeRoom();
        }

        _ring[(_head + _length) & (_ring.Length - 1)] = delivery;
        _length++;
        Count++;
    }

    /// <summary>Takes one delivery out.</summary>
    public bool TryTake(ulong tag, out UnackedDelivery delivery)
    {
        var index = IndexOf(tag);
        if (index < 0)
        {
            delivery = default;
            return false;
        }

        ref var entry = ref At(index);
        delivery = entry;
        entry = entry with { Queue = null, Consumer = null, Record = default };
        Count--;
        DropGapsAtHead();
        return true;
    }

    /// <summary>Whether a delivery with this tag is unsettled.</summary>
    public bool Contains(ulong tag) => IndexOf(tag) >= 0;

    /// <summary>Takes the oldest delivery out if its tag is at most <paramref name="last"/>.</summary>
    public bool TryTakeFirst(ulong last, out UnackedDelivery delivery)
    {
        if (_length == 0 || At(0).Tag > last)
        {
            delivery = default;
            return false;
        }

        // The head is never a gap.
        delivery = At(0);
        At(0) = default;
        Count--;
        _head = (_head + 1) & (_ring.Length - 1);
        _length--;
        DropGapsAtHead();
        return true;
    }

    private ref UnackedDelivery At(int index) => ref _ring[(_head + index) & (_ring.Length - 1)];

    private int IndexOf(ulong tag)
    {
        if (_length == 0 || tag < At(0).Tag)
        {
            return -1;
        }

        var low = 0;
        var high = _length - 1;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (At(middle).Tag < tag)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return At(low).Tag == tag && At(low).Queue is not null ? low : -1;
    }

    private void DropGapsAtHead()
    {
        while (_length > 0 && At(0).Queue is null)
        {
            _head = (_head + 1) & (_ring.Length - 1);
            _length--;
        }

        if (_length == 0 && _ring.Length > KeptCapacity)
        {
            // Grown by a burst that is over.
            _ring = [];
            _head = 0;
        }
    }

    private void MakeRoom()
    {
        // Gaps go first: a client that holds one delivery and settles a million behind it must not grow the ring.
        var capacity = Count <= _ring.Length / 2
            ? Math.Max(_ring.Length, InitialCapacity)
            : (int)BitOperations.RoundUpToPowerOf2((uint)_ring.Length + 1);
        var ring = new UnackedDelivery[capacity];
        var length = 0;
        for (var i = 0; i < _length; i++)
        {
            if (At(i).Queue is not null)
            {
                ring[length++] = At(i);
            }
        }

        _ring = ring;
        _head = 0;
        _length = length;
    }
}
