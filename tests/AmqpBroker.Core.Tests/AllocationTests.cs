using AmqpBroker.Core.Messages;
using AmqpBroker.Core.Queues;
using AmqpBroker.Core.Routing;
using AmqpBroker.Core.Tests.Queues;
using AmqpBroker.Core.Tests.VirtualHosts;
using AmqpBroker.Core.VirtualHosts;
using AmqpBroker.Protocol.Fields;

namespace AmqpBroker.Core.Tests;

/// <summary>The allocation budget of the message path: publish, route, enqueue, deliver, acknowledge. It is nothing.</summary>
/// <remarks>Alone, since all queues of the process share one pool of segments: another test may empty it.</remarks>
[NonParallelizable]
public sealed class AllocationTests
{
    private const int MessagesPerRead = 10;

    private static readonly object User = new();

    private readonly VirtualHost _virtualHost = new("/");
    private readonly RouteCache _routes;
    private readonly SettlingSink _sink = new(MessagesPerRead * 2);

    public AllocationTests() => _routes = new RouteCache(_virtualHost);

    [Test]
    public void A_message_allocates_nothing([Values(16, 1024, 100_000)] int bodyLength, [Values] bool isNoAck)
    {
        var queue = NewQueue("q", isNoAck);
        byte[] route = [0, 1, (byte)'q'];
        var messages = NewMessages(bodyLength);

        var allocated = AllocatedBy(() => PublishAndSettle(route, messages, queue));

        Assert.That(allocated, Is.Zero);
    }

    [Test]
    public void A_message_allocates_nothing_while_others_stay_unacknowledged()
    {
        var queue = NewQueue("q", isNoAck: false);
        byte[] route = [0, 1, (byte)'q'];
        var messages = NewMessages(16);
        queue.Enqueue(new MessageRun(route, messages), 0);
        Assert.That(queue.TryGet(out _), Is.True);
        _sink.Acknowledge(queue);

        var allocated = AllocatedBy(() => PublishAndSettle(route, messages, queue));

        Assert.That(allocated, Is.Zero);
    }

    [Test]
    public void Messages_by_turns_to_two_exchanges_allocate_nothing()
    {
        var queue = NewQueue("q", isNoAck: false);
        _virtualHost.BindQueue("q", "amq.topic", "a.*", FieldTable.Empty, User);
        byte[] direct = [0, 1, (byte)'q'];
        byte[] topic = [9, .. "amq.topic"u8, 3, .. "a.b"u8];
        var messages = NewMessages(16);

        var allocated = AllocatedBy(() =>
        {
            PublishAndSettle(direct, messages, queue);
            PublishAndSettle(topic, messages, queue);
        });

        Assert.That(allocated, Is.Zero);
    }

    // The first rounds may allocate: they grow tables and compile methods.
    private static long AllocatedBy(Action round)
    {
        const int rounds = 10_000 / MessagesPerRead;
        for (var i = 0; i < rounds; i++)
        {
            round();
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < rounds; i++)
        {
            round();
        }

        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static PublishedMessage[] NewMessages(int bodyLength) =>
        [.. Enumerable.Range(0, MessagesPerRead).Select(number => Numbered.Message(number, bodyLength - sizeof(int)))];

    private void PublishAndSettle(ReadOnlySpan<byte> wireBytes, PublishedMessage[] messages, Queue expected)
    {
        var route = _routes.Find(wireBytes);
        var run = new MessageRun(route.WireBytes, messages);
        foreach (var queue in route.Queues)
        {
            queue.Enqueue(in run, Numbered.Now);
            queue.Dispatch();
        }

        _sink.Acknowledge(expected);
    }

    private Queue NewQueue(string name, bool isNoAck)
    {
        var queue = _virtualHost.DeclareQueue(new QueueDeclaration { Name = name }, User);
        var consumer = new Consumer { Tag = "tag", Queue = queue, Sink = _sink, Window = new(), IsNoAck = isNoAck };
        queue.Subscribe(consumer);
        consumer.Start();
        queue.Dispatch();
        return queue;
    }
}
