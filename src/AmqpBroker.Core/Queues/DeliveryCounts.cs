using System.Runtime.InteropServices;

namespace AmqpBroker.Core.Queues;

/// <summary>How often the messages of a queue were delivered and came back. Only those that did are in it. Guarded by the queue.</summary>
internal sealed class DeliveryCounts
{
    /// <summary>Largest table kept when it is empty: a channel may bring very many messages back at once, and seldom does.</summary>
    private const int KeptCapacity = 1024;

    private Dictionary<long, int> _failed = [];

    /// <summary>How often the message at a position has come back.</summary>
    public int Of(long position) => _failed.Count == 0 ? 0 : _failed.GetValueOrDefault(position);

    /// <summary>Counts a message that has come back.</summary>
    /// <param name="position">Where it stands.</param>
    /// <returns>How often it has now.</returns>
    public int Count(long position) => ++CollectionsMarshal.GetValueRefOrAddDefault(_failed, position, out _);

    /// <summary>Sets what was counted before a restart.</summary>
    public void Restore(long position, int failed) => _failed[position] = failed;

    /// <summary>The message at a position is gone.</summary>
    public void Forget(long position)
    {
        if (_failed.Count == 0 || !_failed.Remove(position))
        {
            return;
        }

        if (_failed.Count == 0 && _failed.EnsureCapacity(0) > KeptCapacity)
        {
            _failed = [];
        }
    }

    /// <summary>Those of some messages that came back, and how often.</summary>
    public Dictionary<long, int> Among(IEnumerable<long> positions) => _failed.Count == 0
        ? []
        : positions.Where(_failed.ContainsKey).ToDictionary(static position => position, position => _failed[position]);

    /// <summary>All messages are gone but some.</summary>
    public void KeepOnly(IEnumerable<long> positions) => _failed = Among(positions);
}
