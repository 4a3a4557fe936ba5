using AmqpBroker.Core.Messages;
using AmqpBroker.Core.Queues;
using AmqpBroker.Core.Tests.Policies;
using AmqpBroker.Protocol.Content;
using static AmqpBroker.Core.Tests.Queues.TimedQueues;

namespace AmqpBroker.Core.Tests.Queues;

/// <summary>What a quorum queue does otherwise than a classic one.</summary>
[CancelAfter(60_000)]
public sealed class QuorumQueueTests
{
    private readonly TimedQueues _queues = new();

    [Test]
    public void Returned_messages_go_first_in_the_order_of_their_return()
    {
        var queue = _queues.DeclareQuorum("q");
        PublishAll(queue, 1, 2, 3, 4, 5);
        var got = Get(queue, 4);

        Return(queue, got[2], got[0], got[3], got[1]);

        Assert.That(queue.GetAll(), Is.EqualTo(new[] { -3, -1, -4, -2, 5 }));
    }

    [Test]
    public void What_never_reached_its_consumer_keeps_its_place_behind_what_was_returned()
    {
        var queue = _queues.DeclareQuorum("q");
        var sink = new FakeSink();
        var consumer = sink.Subscribe(queue, prefetch: 3);
        sink.BeforeDelivery = _ =>
        {
            if (sink.Received.Count == 3)
            {
                // The consumer is gone while messages are on their way to it, and what it has comes back before they do.
                sink.Unknown.Add(consumer);
                sink.BeforeDelivery = null;
                queue.Unsubscribe(consumer);
                queue.Settle([.. sink.Received.Skip(1).Select(received => received.Settled)], SettleOutcome.Requeue);
            }
        };
        PublishAll(queue, 1, 2, 3);
        queue.Enqueue(4, 5);
        queue.Settle([sink.Received[0].Settled], SettleOutcome.Acknowledge);
        queue.Dispatch();

        Assert.That(queue.GetAll(), Is.EqualTo(new[] { -2, -3, 4, 5 }));
    }

    [Test]
    public void A_message_is_delivered_as_often_as_the_limit_and_once_more()
    {
        var queue = _queues.DeclareQuorum("q", Argument("x-delivery-limit", 2));
        PublishAll(queue, 1);
        var counts = new List<int?>();
        while (queue.TryGet(out var got))
        {
            counts.Add(got.FailedDeliveries);
            Return(queue, got);
        }

        Assert.That((counts, queue.Count()), Is.EqualTo((new List<int?> { 0, 1, 2 }, new QueueCounts(0, 0, 0))).Using<List<int?>>((a, b) => a.SequenceEqual(b)));
    }

    [Test]
    public void A_consumer_sees_how_often_a_message_failed()
    {
        var queue = _queues.DeclareQuorum("q");
        var sink = new FakeSink();
        sink.Subscribe(queue, prefetch: 1);
        PublishAll(queue, 1, 2);
        var first = sink.Received[0];
        queue.Settle([first.Settled], SettleOutcome.Requeue);
        queue.Dispatch();

        Assert.That(
            sink.Received.Select(received => (received.Number, received.IsRedelivered, received.FailedDeliveries)),
            Is.EqualTo(new[] { (1, false, 0), (1, true, 1) }));
    }

    [Test]
    public void What_goes_round_too_often_is_dead_lettered_with_its_reason()
    {
        var dead = _queues.Declare("dead");
        var queue = _queues.DeclareQuorum(
            "q", Argument("x-delivery-limit", 0), Argument("x-dead-letter-exchange", ""), Argument("x-dead-letter-routing-key", "dead"));
        PublishAll(queue, 1);
        Return(queue, Get(queue, 1)[0]);
        queue.Dispatch();

        Assert.That(dead.TryGet(out var message), "it is there at once: the test is the dispatcher");
        var headers = BasicProperties.Read(ContentHeader.Read(new MessageRecord(message.Record.Bytes).Header).Properties).Headers!;
        Assert.That(headers.TryGet("x-first-death-reason", out var reason) && reason.TryGetString(out var text) && text == "delivery_limit");
    }

    [Test]
    public async Task The_lower_of_the_limits_of_argument_and_policy_holds()
    {
        var argument = _queues.DeclareQuorum("q", Argument("x-delivery-limit", 7));
        var unlimited = _queues.DeclareQuorum("u", Argument("x-delivery-limit", -1));
        var plain = _queues.DeclareQuorum("p");
        await Asked.SetAsync(_queues.Host, "p", Asked.For(".", Asked.Setting("delivery-limit", 30)));
        var first = Limits();
        await Asked.SetAsync(_queues.Host, "p", Asked.For(".", Asked.Setting("delivery-limit", 3)));

        Assert.That((first, Limits()), Is.EqualTo((((long?)7, (long?)30, (long?)30), ((long?)3, (long?)3, (long?)3))));

        (long?, long?, long?) Limits() => (LimitOf(argument), LimitOf(unlimited), LimitOf(plain));

        static long? LimitOf(ClassicQueue queue) => queue.Settings.Quorum?.DeliveryLimit;
    }

    [Test]
    public void Counts_end_with_their_messages()
    {
        var counts = new DeliveryCounts();
        counts.Count(5);
        var failed = counts.Count(5);
        counts.Count(7);
        counts.Forget(5);
        var forgotten = counts.Of(5);
        counts.KeepOnly([5, 8]);

        Assert.That((failed, forgotten, counts.Of(7)), Is.EqualTo((2, 0, 0)));
    }

    [Test]
    public void A_purge_leaves_the_counts_of_what_is_delivered()
    {
        var queue = _queues.DeclareQuorum("q", Argument("x-delivery-limit", 5));
        PublishAll(queue, 1, 2);
        Return(queue, Get(queue, 1)[0]);
        var got = Get(queue, 1)[0];
        queue.Purge();
        Return(queue, got);

        Assert.That(Get(queue, 1)[0].FailedDeliveries, Is.EqualTo(2));
    }

    private void PublishAll(ClassicQueue queue, params ReadOnlySpan<int> numbers)
    {
        foreach (var number in numbers)
        {
            _queues.Publish(queue, number);
        }
    }

    private static List<GotMessage> Get(ClassicQueue queue, int count)
    {
        var got = new List<GotMessage>();
        while (got.Count < count && queue.TryGet(out var message))
        {
            got.Add(message);
        }

        return got;
    }

    private static void Return(ClassicQueue queue, params ReadOnlySpan<GotMessage> messages)
    {
        foreach (var message in messages)
        {
            queue.Settle([new SettledDelivery(message.Record, Consumer: null)], SettleOutcome.Requeue);
        }
    }
}
