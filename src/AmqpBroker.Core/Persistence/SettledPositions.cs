using System.Runtime.InteropServices;

namespace AmqpBroker.Core.Persistence;

/// <summary>Positions of journaled messages settled or counted as returned under a queue's lock, on their way into the journal outside it.</summary>
/// <remarks>Confined to a thread, which keeps one at hand.</remarks>
internal sealed class SettledPositions
{
    /// <summary>Largest list kept: a channel that closes may settle very many at once, and seldom does.</summary>
    private const int KeptCapacity = 4096;

    [ThreadStatic]
    private static SettledPositions? _cached;

    private readonly List<long> _positions = [];
    private readonly List<long> _returned = [];

    public static SettledPositions Rent()
    {
        var positions = _cached ?? new SettledPositions();
        _cached = null;
        return positions;
    }

    public void Add(long position) => _positions.Add(position);

    /// <summary>A message was delivered in vain, so often by now.</summary>
    public void AddReturned(long position, int failedDeliveries)
    {
        _returned.Add(position);
        _returned.Add(failedDeliveries);
    }

    /// <summary>Writes the positions into the journal, and gives the list back.</summary>
    public void WriteTo(MessageJournal journal, long queueId)
    {
        if (_positions.Count > 0)
        {
            journal.Settled(queueId, CollectionsMarshal.AsSpan(_positions));
        }

        if (_returned.Count > 0)
        {
            journal.Returned(queueId, CollectionsMarshal.AsSpan(_returned));
        }

        GiveBack();
    }

    /// <summary>Adds the positions to a transaction, and gives the list back.</summary>
    public void AddTo(JournalTransaction transaction, long queueId)
    {
        transaction.Settled(queueId, CollectionsMarshal.AsSpan(_positions));
        transaction.Returned(queueId, CollectionsMarshal.AsSpan(_returned));
        GiveBack();
    }

    private void GiveBack()
    {
        _positions.Clear();
        _returned.Clear();
        if (_positions.Capacity <= KeptCapacity && _returned.Capacity <= KeptCapacity)
        {
            _cached = this;
        }
    }
}
