using AmqpBroker.Core.Messages;
using AmqpBroker.Core.Queues;
using AmqpBroker.Core.Routing;

namespace AmqpBroker.Server.Channels;

/// <summary>Messages of one read that follow each other by the same route: each queue takes them at once, under one lock.</summary>
internal sealed class PublishRun
{
    private const int Capacity = 512;

    private readonly PublishedMessage[] _messages = new PublishedMessage[Capacity];
    private Route? _route;
    private int _count;

    /// <summary>Adds a message, enqueueing first what cannot wait with it.</summary>
    public void Add(Route route, in PublishedMessage message, TimeProvider clock, HashSet<Queue> touched)
    {
        if (_count == Capacity || !ReferenceEquals(route, _route))
        {
            Enqueue(clock, touched);
            _route = route;
        }

        _messages[_count++] = message;
    }

    /// <summary>Hands what has been gathered to its queues.</summary>
    public void Enqueue(TimeProvider clock, HashSet<Queue> touched)
    {
        if (_count == 0 || _route is null)
        {
            return;
        }

        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        var run = new MessageRun(_route.WireBytes, _messages.AsSpan(0, _count));
        foreach (var queue in _route.Queues)
        {
            queue.Enqueue(in run, now);
            touched.Add(queue);
        }

        _messages.AsSpan(0, _count).Clear();
        _count = 0;
        _route = null;
    }
}
