using AmqpBroker.Core.Queues;

namespace AmqpBroker.Core.Tests.Queues;

public sealed class ClassicQueueTests
{
    private readonly ClassicQueue _queue = new("/", new QueueDeclaration { Name = "q" });
    private readonly FakeSink _sink = new();

    [TestCase(new[] { 2 }, new[] { -2, 5, 6 })]
    [TestCase(new[] { 1, 2, 3 }, new[] { -1, -2, -3, 5, 6 })]
    [TestCase(new[] { 3, 1, 4, 2 }, new[] { -1, -2, -3, -4, 5, 6 })]
    public void Requeued_messages_return_to_their_places(int[] requeued, int[] expected)
    {
        var got = GetFour();

        foreach (var number in requeued)
        {
            _queue.Settle([got[number - 1]], SettleOutcome.Requeue);
        }

        Assert.That(_queue.GetAll(), Is.EqualTo(expected), "a negative number is a redelivered message");
    }

    [Test]
    public void A_message_published_meanwhile_comes_after_the_requeued_ones()
    {
        var got = GetFour();
        _queue.Enqueue(7);

        _queue.Settle(got.AsSpan(0, 2), SettleOutcome.Requeue);

        Assert.That(_queue.GetAll(), Is.EqualTo(new[] { -1, -2, 5, 6, 7 }));
    }

    [Test]
    public void A_message_requeued_to_its_only_consumer_comes_back_at_once()
    {
        _sink.Subscribe(_queue, prefetch: 1);
        _queue.Publish(1);

        _queue.Settle([_sink.Received[0].Settled], SettleOutcome.Requeue);
        _queue.Dispatch();

        Assert.That(_sink.Numbers, Is.EqualTo(new[] { 1, -1 }));
    }

    [Test]
    public void Consumers_are_served_in_turn()
    {
        FakeSink[] sinks = [new(), new(), new()];
        foreach (var sink in sinks)
        {
            sink.Subscribe(_queue);
        }

        _queue.Publish(Enumerable.Range(1, 3));
        _queue.Publish(Enumerable.Range(4, 6));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(sinks[0].Numbers, Is.EqualTo(new[] { 1, 4, 7 }));
            Assert.That(sinks[1].Numbers, Is.EqualTo(new[] { 2, 5, 8 }));
            Assert.That(sinks[2].Numbers, Is.EqualTo(new[] { 3, 6, 9 }));
        }
    }

    [Test]
    public void A_consumer_with_a_full_window_is_passed_over()
    {
        var other = new FakeSink();
        _sink.Subscribe(_queue, prefetch: 2);
        other.Subscribe(_queue);

        _queue.Publish(Enumerable.Range(1, 7));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(_sink.Numbers, Is.EqualTo(new[] { 1, 3 }));
            Assert.That(other.Numbers, Is.EqualTo(new[] { 2, 4, 5, 6, 7 }));
        }
    }

    [Test]
    public void Prefetch_of_a_consumer_and_window_of_its_channel_hold_together()
    {
        _sink.Window.Set(6, 0);
        var first = _sink.Subscribe(_queue, prefetch: 4);
        var second = _sink.Subscribe(_queue, prefetch: 4);

        _queue.Publish(Enumerable.Range(1, 10));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(_sink.Received, Has.Count.EqualTo(6));
            Assert.That(_sink.Received.Count(received => received.Settled.Consumer == first), Is.EqualTo(3));
            Assert.That(_sink.Received.Count(received => received.Settled.Consumer == second), Is.EqualTo(3));
        }
    }

    [Test]
    public void Neither_gets_nor_consumers_without_acknowledgement_use_the_window()
    {
        _queue.Enqueue(1, 2, 3, 4);
        _queue.TryGet(out _);
        _sink.Window.Set(1, 1);
        _sink.Subscribe(_queue, isNoAck: true);

        _queue.Dispatch();

        Assert.That(_sink.Numbers, Is.EqualTo(new[] { 2, 3, 4 }));
    }

    [Test]
    public void Deliveries_without_acknowledgement_are_done_when_sent()
    {
        _sink.Subscribe(_queue, isNoAck: true);

        _queue.Publish(1, 2);

        Assert.That(_queue.Count(), Is.EqualTo(new QueueCounts(0, 0, 1)));
    }

    [Test]
    public void Purging_leaves_unacknowledged_messages_alone()
    {
        var got = GetFour();
        _queue.Settle(got.AsSpan(3), SettleOutcome.Requeue);

        var purged = _queue.Purge();

        _queue.Settle(got.AsSpan(0, 1), SettleOutcome.Requeue);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(purged, Is.EqualTo(3));
            Assert.That(_queue.Count(), Is.EqualTo(new QueueCounts(1, 2, 0)));
            Assert.That(_queue.GetAll(), Is.EqualTo(new[] { -1 }));
        }
    }

    [Test]
    public void An_exclusive_consumer_is_alone()
    {
        var exclusive = _sink.Consumer(_queue, isExclusive: true);
        var other = _sink.Consumer(_queue);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(_queue.Subscribe(other), Is.EqualTo(SubscribeOutcome.Subscribed));
            Assert.That(_queue.Subscribe(exclusive), Is.EqualTo(SubscribeOutcome.ExclusiveUse), "others are there");
            Assert.That(_queue.Unsubscribe(other), Is.True);
            Assert.That(_queue.Subscribe(exclusive), Is.EqualTo(SubscribeOutcome.Subscribed));
            Assert.That(_queue.Subscribe(other), Is.EqualTo(SubscribeOutcome.ExclusiveUse), "an exclusive one is there");
        }
    }

    [Test]
    public void Only_the_last_consumer_to_go_is_the_last()
    {
        var first = _sink.Subscribe(_queue);
        var second = _sink.Subscribe(_queue);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(_queue.Unsubscribe(first), Is.False);
            Assert.That(_queue.Unsubscribe(first), Is.False, "not there any more");
            Assert.That(_queue.Unsubscribe(second), Is.True);
            Assert.That(_queue.Unsubscribe(second), Is.False, "there is none");
        }
    }

    [Test]
    public void A_deleted_queue_takes_and_gives_nothing()
    {
        var got = GetFour();
        var consumer = _sink.Subscribe(_queue);

        var deletion = _queue.Delete(QueueDeleteConditions.None);
        deletion.NotifyConsumers();

        _queue.Publish(8);
        _queue.Settle(got.AsSpan(0, 2), SettleOutcome.Requeue);
        using (Assert.EnterMultipleScope())
        {
            Assert.That((deletion.Outcome, deletion.Ready), Is.EqualTo((QueueDeleteOutcome.Deleted, 2L)));
            Assert.That(_sink.Cancelled, Is.EqualTo(new[] { consumer }));
            Assert.That(_queue.TryGet(out _), Is.False);
            Assert.That(_queue.Subscribe(consumer), Is.EqualTo(SubscribeOutcome.Deleted));
            Assert.That(_queue.Count(), Is.EqualTo(new QueueCounts(0, 2, 0)));
            Assert.That(_queue.Delete(QueueDeleteConditions.None).Outcome, Is.EqualTo(QueueDeleteOutcome.AlreadyGone));
        }
    }

    [Test]
    public void If_empty_is_judged_before_if_unused()
    {
        _queue.Enqueue(1);
        _queue.Subscribe(_sink.Consumer(_queue));

        var both = _queue.Delete(QueueDeleteConditions.IfEmpty | QueueDeleteConditions.IfUnused).Outcome;
        _queue.TryGet(out _);
        var unackedOnly = _queue.Delete(QueueDeleteConditions.IfEmpty | QueueDeleteConditions.IfUnused).Outcome;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(both, Is.EqualTo(QueueDeleteOutcome.NotEmpty));
            Assert.That(unackedOnly, Is.EqualTo(QueueDeleteOutcome.InUse), "unacknowledged messages do not count");
        }
    }

    // 1 to 6 published, 1 to 4 got.
    private SettledDelivery[] GetFour()
    {
        _queue.Enqueue(Enumerable.Range(1, 6));
        var got = new SettledDelivery[4];
        foreach (ref var delivery in got.AsSpan())
        {
            _queue.TryGet(out var message);
            delivery = new SettledDelivery(message.Record, null);
        }

        return got;
    }
}
