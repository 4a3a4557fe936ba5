using System.Numerics;
using AmqpBroker.Storage.Paging;

namespace AmqpBroker.Core.Persistence;

/// <summary>Positions of messages that are live, a bit for each. Guarded by its owner.</summary>
/// <remarks>In blocks, which go when they are empty: messages leave in another order than they came.</remarks>
internal sealed class LivePositions
{
    private const int WordBits = 64;
    private const int BlockWords = 64;
    private const int BlockBits = WordBits * BlockWords;

    private readonly SortedDictionary<long, Block> _blocks = [];

    /// <summary>The lowest; null when there is none.</summary>
    public long? Lowest
    {
        get
        {
            foreach (var (number, block) in _blocks)
            {
                var word = Array.FindIndex(block.Words, static word => word != 0);
                return (number * BlockBits) + (word * WordBits) + BitOperations.TrailingZeroCount(block.Words[word]);
            }

            return null;
        }
    }

    public void Add(long position)
    {
        if (!_blocks.TryGetValue(position / BlockBits, out var block))
        {
            _blocks.Add(position / BlockBits, block = new Block());
        }

        ref var word = ref block.Words[position % BlockBits / WordBits];
        var bit = 1UL << (int)(position % WordBits);
        block.Count += (word & bit) == 0 ? 1 : 0;
        word |= bit;
    }

    public void Remove(long position)
    {
        if (!_blocks.TryGetValue(position / BlockBits, out var block))
        {
            return;
        }

        ref var word = ref block.Words[position % BlockBits / WordBits];
        var bit = 1UL << (int)(position % WordBits);
        block.Count -= (word & bit) == 0 ? 0 : 1;
        word &= ~bit;
        if (block.Count == 0)
        {
            _blocks.Remove(position / BlockBits);
        }
    }

    /// <summary>Those from <paramref name="first"/> to <paramref name="last"/>.</summary>
    public PositionSet Between(long first, long last)
    {
        var found = new PositionSet();
        foreach (var (number, block) in _blocks)
        {
            var start = number * BlockBits;
            if (start > last)
            {
                break;
            }

            for (var position = Math.Max(first, start); position <= Math.Min(last, start + BlockBits - 1); position++)
            {
                if ((block.Words[position % BlockBits / WordBits] & (1UL << (int)(position % WordBits))) != 0)
                {
                    found.Add(position);
                }
            }
        }

        return found;
    }

    public void Clear() => _blocks.Clear();

    private sealed class Block
    {
        public ulong[] Words { get; } = new ulong[BlockWords];

        public int Count { get; set; }
    }
}
