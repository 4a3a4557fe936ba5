using AmqpBroker.Core.Messages;
using AmqpBroker.Core.Queues;
using AmqpBroker.Protocol.Content;
using AmqpBroker.Protocol.Fields;
using AmqpBroker.TestKit;
using static AmqpBroker.Core.Tests.Queues.TimedQueues;

namespace AmqpBroker.Core.Tests.Queues;

/// <summary>Limits, dead letters, priorities and the single active consumer.</summary>
[CancelAfter(60_000)]
public sealed class QueueFeatureTests
{
    private readonly TimedQueues _queues = new();

    [Test]
    public void A_full_queue_drops_its_oldest()
    {
        var queue = _queues.Declare("q", Argument("x-max-length", 3));
        PublishAll(queue, 1, 2, 3, 4, 5);

        Assert.That(queue.GetAll(), Is.EqualTo(new[] { 3, 4, 5 }));
    }

    [Test]
    public void A_queue_full_of_bytes_drops_as_many_as_it_must()
    {
        var queue = _queues.Declare("q", Argument("x-max-length-bytes", 250));
        foreach (var number in Enumerable.Range(1, 5))
        {
            _queues.Publish(queue, number, padding: 96);
        }

        Assert.That(queue.GetAll(), Is.EqualTo(new[] { 4, 5 }));
    }

    [Test]
    public void What_has_been_delivered_does_not_count()
    {
        var queue = _queues.Declare("q", Argument("x-max-length", 2));
        PublishAll(queue, 1, 2);
        queue.TryGet(out _);
        queue.TryGet(out _);
        PublishAll(queue, 3, 4);

        Assert.That(queue.Count(), Is.EqualTo(new QueueCounts(2, 2, 0)));
    }

    [Test]
    public void A_queue_that_refuses_takes_again_when_there_is_room()
    {
        var queue = _queues.Declare("q", Argument("x-max-length", 1), Argument("x-overflow", "reject-publish"));

        var taken = _queues.Publish(queue, 1);
        var refused = _queues.Publish(queue, 2);
        var got = queue.GetAll();
        var takenAgain = _queues.Publish(queue, 3);

        Assert.That((taken >= 0, refused, got.Single(), takenAgain > taken), Is.EqualTo((true, Queue.Refused, 1, true)));
    }

    [Test]
    public async Task Messages_die_for_three_reasons_and_tell_of_it(CancellationToken cancellationToken)
    {
        var dead = _queues.Declare("dead");
        var queue = _queues.Declare(
            "q", Argument("x-max-length", 2), Argument("x-dead-letter-exchange", ""), Argument("x-dead-letter-routing-key", "dead"));
        PublishAll(queue, 1, 2, 3);
        queue.TryGet(out var got);
        queue.Settle([new SettledDelivery(got.Record, null)], SettleOutcome.Reject);
        queue.Dispatch();
        _queues.Publish(queue, 4, expiration: 100);
        _queues.Clock.Advance(TimeSpan.FromMilliseconds(200));
        await Eventually.TrueAsync(() => dead.Count().Ready == 3, "three deaths", cancellationToken);

        var deaths = new List<string>();
        while (dead.TryGet(out var message))
        {
            var record = new MessageRecord(message.Record.Bytes);
            var headers = BasicProperties.Read(ContentHeader.Read(record.Header).Properties).Headers!;
            headers.TryGet("x-death", out var list);
            var death = list.AsArray()![0].AsTable()!;
            deaths.Add($"{Numbered.NumberOf(message.Record)} {Text(death, "reason")} in {Text(death, "queue")} first {Text(headers, "x-first-death-reason")}");
        }

        Assert.That(deaths, Is.EqualTo(new[]
        {
            "1 maxlen in q first maxlen", "2 rejected in q first rejected", "4 expired in q first expired",
        }));
        Assert.That(queue.GetAll(), Is.EqualTo(new[] { 3 }));
    }

    [Test]
    public async Task A_message_does_not_go_round_by_itself(CancellationToken cancellationToken)
    {
        var queue = _queues.Declare("q", Argument("x-message-ttl", 100), Argument("x-dead-letter-exchange", ""));
        _queues.Publish(queue, 1);
        var first = queue.Count().Ready;

        _queues.Clock.Advance(TimeSpan.FromMilliseconds(200));

        await Eventually.TrueAsync(() => queue.Count().Ready == 0, "the message to go", cancellationToken);
        Assert.That(first, Is.EqualTo(1));
    }

    [Test]
    public void Higher_priorities_go_first_and_come_back_to_their_places()
    {
        var queue = _queues.Declare("q", Argument("x-max-priority", 5));
        byte[] priorities = [1, 5, 0, 9, 1, 5];
        for (var number = 0; number < priorities.Length; number++)
        {
            _queues.Publish(queue, number, priority: priorities[number]);
        }

        queue.TryGet(out var highest);
        queue.TryGet(out var second);
        queue.Settle([new SettledDelivery(second.Record, null), new SettledDelivery(highest.Record, null)], SettleOutcome.Requeue);

        Assert.That(queue.GetAll(), Is.EqualTo(new[] { -1, -3, 5, 0, 4, 2 }), "9 counts as 5, and a negative number came back");
    }

    [Test]
    public void One_consumer_gets_everything_until_it_goes_and_priority_decides_who_follows()
    {
        var queue = _queues.Declare("q", Argument("x-single-active-consumer", true));
        var sinks = new[] { 0, 0, 7 }.Select(_ => new FakeSink()).ToArray();
        Consumer[] consumers =
        [
            .. sinks.Select((sink, index) => new Consumer
            {
                Tag = $"{index}", Queue = queue, Sink = sink, Window = sink.Window, IsNoAck = true, Priority = index == 2 ? 7 : 0,
            }),
        ];
        foreach (var consumer in consumers)
        {
            queue.Subscribe(consumer);
            consumer.Start();
        }

        PublishAll(queue, 1, 2);
        queue.Unsubscribe(consumers[0]);
        PublishAll(queue, 3, 4);

        Assert.That(sinks.Select(sink => string.Join(' ', sink.Numbers)), Is.EqualTo(new[] { "1 2", "", "3 4" }));
    }

    [Test]
    public void Consumers_of_lower_priority_get_what_the_higher_have_no_room_for()
    {
        var queue = _queues.Declare("q");
        FakeSink high = new(), low = new();
        foreach (var (sink, priority) in new[] { (low, -1), (high, 5) })
        {
            var consumer = new Consumer { Tag = $"{priority}", Queue = queue, Sink = sink, Window = sink.Window, Prefetch = 2, Priority = priority };
            queue.Subscribe(consumer);
            consumer.Start();
        }

        PublishAll(queue, 1, 2, 3, 4, 5);

        Assert.That((string.Join(' ', high.Numbers), string.Join(' ', low.Numbers), queue.Count().Ready), Is.EqualTo(("1 2", "3 4", 1L)));
    }

    private void PublishAll(Queue queue, params int[] numbers)
    {
        foreach (var number in numbers)
        {
            _queues.Publish(queue, number);
        }
    }

    private static string Text(FieldTable table, string name) =>
        table.TryGet(name, out var value) && value.TryGetString(out var text) ? text : "nothing";
}
