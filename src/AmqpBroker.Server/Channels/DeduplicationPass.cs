using AmqpBroker.Core.Deduplication;
using AmqpBroker.Core.Messages;
using AmqpBroker.Core.Queues;
using AmqpBroker.Core.Routing;

namespace AmqpBroker.Server.Channels;

/// <summary>
/// One message on its way through deduplicating exchanges and into deduplicating queues. Confined to the thread of its read; used again.
/// </summary>
/// <remarks>
/// A duplicate is confirmed when what it duplicates is safe. While that is just being written nobody can tell when, so the duplicate is
/// refused: its publisher may send it again.
/// </remarks>
internal sealed class DeduplicationPass
{
    private readonly List<(DeduplicationCache Cache, byte[] Id)> _begun = [];
    private readonly List<(Queue Queue, long Position)> _journaled = [];
    private readonly List<RouteGuard> _shut = [];

    /// <summary>Whether what this message duplicates was on its way.</summary>
    public bool IsRefused { get; private set; }

    /// <summary>What this message duplicates is safe when the journal is up to here; 0 for nothing to wait for.</summary>
    public long Lsn { get; private set; }

    /// <summary>Asks the exchanges on the way whether they know the message.</summary>
    public void Begin(Route route, in PublishedMessage message, long now)
    {
        Clear();
        if (route.Guards.Length == 0 || DeduplicationId.Read(message.Header.Span, out var ttl) is not { } id)
        {
            return;
        }

        foreach (var guard in route.Guards)
        {
            if (guard.Cache.TryBegin(id, ttl, now, out var duplicate))
            {
                _begun.Add((guard.Cache, id));
            }
            else
            {
                _shut.Add(guard);
                Note(duplicate);
            }
        }
    }

    /// <summary>Whether the queue of that index in the route gets the message.</summary>
    public bool Reaches(int index)
    {
        foreach (var guard in _shut)
        {
            if (index >= guard.First && index < guard.First + guard.Count)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>A queue has dropped the message as a duplicate.</summary>
    public void Dropped(Queue queue, in PublishedMessage message) => Note(queue.FindDuplicate(in message));

    /// <summary>A queue has taken the message, which goes into the journal next.</summary>
    public void WillBeJournaled(Queue queue, long position)
    {
        if (queue.Settings.IsDeduplicating)
        {
            _journaled.Add((queue, position));
        }
    }

    /// <summary>Tells everyone how it came out.</summary>
    /// <param name="message">The message.</param>
    /// <param name="isTaken">Whether no queue has refused it.</param>
    /// <param name="lsn">Where it is safe; 0 when it was not journaled.</param>
    public void End(in PublishedMessage message, bool isTaken, long lsn)
    {
        foreach (var (queue, position) in _journaled)
        {
            queue.NoteJournaled(in message, position, lsn);
        }

        foreach (var (cache, id) in _begun)
        {
            if (isTaken)
            {
                cache.Complete(id, lsn);
            }
            else
            {
                cache.Abandon(id);
            }
        }
    }

    private void Note(DuplicateState duplicate)
    {
        IsRefused |= duplicate.IsOnItsWay;
        Lsn = Math.Max(Lsn, duplicate.Lsn);
    }

    private void Clear()
    {
        _begun.Clear();
        _journaled.Clear();
        _shut.Clear();
        IsRefused = false;
        Lsn = 0;
    }
}
