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
        return !route.Refuses || Enqueue(in context, touched);
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
        var now = context.Clock.GetUtcNow().ToUnixTimeMilliseconds();
        var run = new MessageRun(_route.WireBytes, _messages.AsSpan(0, _count), _route.Refuses);
        var start = context.Journal?.EndLsn ?? 0;
        foreach (var queue in _route.Queues)
        {
            var first = queue.Enqueue(in run, now);
            touched.Add(queue);
            isTaken &= first != Queue.Refused;
            if (first >= 0 && queue.IsJournaled && (_hasPersistent || queue.KeepsTransient))
            {
                _targets.Add(new JournalTarget(queue.Id, first, queue.KeepsTransient));
            }
        }

        if (_targets.Count > 0 && context.Journal is { } journal)
        {
            LastLsn = journal.Enqueued(start, CollectionsMarshal.AsSpan(_targets), in run, now);
            _targets.Clear();
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
