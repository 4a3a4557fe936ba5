using System.Runtime.InteropServices;
using AmqpBroker.Core.Messages;
using AmqpBroker.Core.Persistence;
using AmqpBroker.Core.Queues;
using AmqpBroker.Core.Routing;

namespace AmqpBroker.Server.Channels;

/// <summary>Messages of one read that follow each other by the same route: each queue takes them at once, under one lock.</summary>
internal sealed class PublishRun
{
    private const int Capacity = 512;

    private readonly PublishedMessage[] _messages = new PublishedMessage[Capacity];
    private readonly List<JournalTarget> _targets = [];
    private DeduplicationPass? _pass;
    private Route? _route;
    private int _count;
    private bool _hasPersistent;

    /// <summary>Adds a message, enqueueing first what cannot wait with it, and at once what may be refused.</summary>
    /// <returns>False when a queue has refused it.</returns>
    public bool Add(Route route, in PublishedMessage message, in BatchContext context, HashSet<Queue> touched)
    {
        if (_count == Capacity || !ReferenceEquals(route, _route))
        {
            Enqueue(in context, touched);
            _route = route;
        }

        _hasPersistent |= (message.Flags & MessageFlags.Persistent) != MessageFlags.None;
        _messages[_count++] = message;
        return !(route.Refuses || route.Deduplicates) || Enqueue(in context, touched);
    }

    /// <summary>Hands what has been gathered to its queues, and to the journal what must outlive a restart.</summary>
    /// <returns>False when a queue has refused it.</returns>
    public bool Enqueue(in BatchContext context, HashSet<Queue> touched)
    {
        if (_count == 0 || _route is null)
        {
            return true;
        }

        var isTaken = true;
        _route.Counter?.Count(_count, _route.Queues.Length);
        var now = context.Clock.GetUtcNow().ToUnixTimeMilliseconds();
        var run = new MessageRun(_route.WireBytes, _messages.AsSpan(0, _count), _route.Refuses);
        var start = context.Journal?.EndLsn ?? 0;
        var pass = _route.Deduplicates ? _pass ??= new DeduplicationPass() : null;
        pass?.Begin();
        pass?.BeginMessage(_route, in _messages[0], now);
        for (var i = 0; i < _route.Queues.Length; i++)
        {
            var queue = _route.Queues[i];
            if (pass is not null && !pass.Reaches(i))
            {
                continue;
            }

            var first = queue.Enqueue(in run, now);
            touched.Add(queue);
            isTaken &= first != Queue.Refused;
            if (first >= 0 && queue.IsJournaled && (_hasPersistent || queue.KeepsTransient))
            {
                _targets.Add(new JournalTarget(queue.Id, first, queue.KeepsTransient));
                pass?.WillBeJournaled(queue, first, in _messages[0]);
            }
            else if (first == Queue.Duplicate)
            {
                pass?.Dropped(queue, in _messages[0]);
            }
        }

        var lsn = 0L;
        if (_targets.Count > 0 && context.Journal is { } journal)
        {
            LastLsn = lsn = journal.Enqueued(start, CollectionsMarshal.AsSpan(_targets), in run, now);
            _targets.Clear();
        }

        if (pass is not null)
        {
            pass.EndMessage(isTaken);
            LastLsn = Math.Max(LastLsn, pass.End(lsn));
            isTaken &= !pass.IsRefused;
        }

        _messages.AsSpan(0, _count).Clear();
        _count = 0;
        _route = null;
        _hasPersistent = false;
        return isTaken;
    }

    /// <summary>Log sequence number behind the last message journaled; 0 when none was since <see cref="Reset"/>.</summary>
    public long LastLsn { get; private set; }

    /// <summary>Begins a new read.</summary>
    public void Reset() => LastLsn = 0;
}
