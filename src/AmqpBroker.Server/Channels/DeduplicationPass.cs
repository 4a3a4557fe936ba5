using AmqpBroker.Core.Deduplication;
using AmqpBroker.Core.Messages;
using AmqpBroker.Core.Queues;
using AmqpBroker.Core.Routing;

namespace AmqpBroker.Server.Channels;

/// <summary>
/// Messages that become safe together, one or those of a transaction, on their way through deduplicating exchanges and into deduplicating
/// queues. Confined to the thread of its read.
/// </summary>
/// <remarks>
/// A duplicate is confirmed when what it duplicates is safe. While that is just being written nobody can tell when, so the duplicate is
/// refused, and its publisher may send it again; unless what it duplicates is written together with it.
/// </remarks>
internal sealed class DeduplicationPass
{
    private readonly List<(DeduplicationCache Cache, byte[] Id)> _begun = [];
    private readonly List<(Queue Queue, long Position, PublishedMessage Message)> _journaled = [];
    private readonly List<RouteGuard> _shut = [];
    private int _firstOfMessage;
    private long _lsn;

    /// <summary>Whether what a message duplicates was on its way elsewhere.</summary>
    public bool IsRefused { get; private set; }

    /// <summary>Begins anew.</summary>
    public void Begin()
    {
        _begun.Clear();
        _journaled.Clear();
        IsRefused = false;
        _lsn = 0;
    }

    /// <summary>Asks the exchanges on the way whether they know a message. Its memory must stay until <see cref="End"/>.</summary>
    public void BeginMessage(Route route, in PublishedMessage message, long now)
    {
        _shut.Clear();
        _firstOfMessage = _begun.Count;
        if (route.Guards.Length == 0 || DeduplicationId.Read(message.Header.Span, out var ttl) is not { } id)
        {
            return;
        }

        foreach (var guard in route.Guards)
        {
            if (guard.Cache.TryBegin(id, ttl, now, out var duplicate))
            {
                _begun.Add((guard.Cache, id));
                continue;
            }

            _shut.Add(guard);
            Note(duplicate, isOwn: _begun.Exists(own => own.Cache == guard.Cache && own.Id.AsSpan().SequenceEqual(id)));
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
    public void Dropped(Queue queue, in PublishedMessage message)
    {
        var id = DeduplicationId.Read(message.Header.Span);
        var isOwn = _journaled.Exists(own => own.Queue == queue && DeduplicationId.Read(own.Message.Header.Span).AsSpan().SequenceEqual(id));
        Note(queue.FindDuplicate(in message), isOwn);
    }

    /// <summary>A queue has taken the message, which goes into the journal next.</summary>
    public void WillBeJournaled(Queue queue, long position, in PublishedMessage message)
    {
        if (queue.Settings.IsDeduplicating)
        {
            _journaled.Add((queue, position, message));
        }
    }

    /// <summary>Every queue on the way has been asked.</summary>
    /// <param name="isTaken">Whether none has refused the message.</param>
    public void EndMessage(bool isTaken)
    {
        if (isTaken)
        {
            return;
        }

        foreach (var (cache, id) in _begun[_firstOfMessage..])
        {
            cache.Abandon(id);
        }

        _begun.RemoveRange(_firstOfMessage, _begun.Count - _firstOfMessage);
    }

    /// <summary>Tells everyone where the messages are safe.</summary>
    /// <param name="lsn">There; 0 when nothing was journaled.</param>
    /// <returns>What the duplicates among them duplicate, and the ids of the others, are safe when the journal is up to here; 0 for nothing to wait for.</returns>
    public long End(long lsn)
    {
        foreach (var (queue, position, message) in _journaled)
        {
            queue.NoteJournaled(in message, position, lsn);
        }

        foreach (var (cache, id) in _begun)
        {
            _lsn = Math.Max(_lsn, cache.Complete(id, lsn));
        }

        _begun.Clear();
        _journaled.Clear();
        return _lsn;
    }

    private void Note(DuplicateState duplicate, bool isOwn)
    {
        IsRefused |= duplicate.IsOnItsWay && !isOwn;
        _lsn = Math.Max(_lsn, duplicate.Lsn);
    }
}
