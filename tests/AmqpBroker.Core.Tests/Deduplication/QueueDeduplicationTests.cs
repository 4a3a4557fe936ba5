using AmqpBroker.Core.Deduplication;
using AmqpBroker.Core.Messages;
using AmqpBroker.Core.Queues;
using AmqpBroker.Core.Tests.Queues;
using AmqpBroker.Protocol.Fields;
using AmqpBroker.TestKit;
using static AmqpBroker.Core.Tests.Queues.TimedQueues;

namespace AmqpBroker.Core.Tests.Deduplication;

[CancelAfter(60_000)]
public sealed class QueueDeduplicationTests
{
    private static readonly FieldEntry Deduplicating = Argument("x-message-deduplication", true);

    private readonly TimedQueues _queues = new();

    [Test]
    public void A_message_is_dropped_while_one_of_its_id_is_ready_or_unacked()
    {
        var queue = _queues.Declare("q", Deduplicating);
        var first = queue.Publish("a");
        var whileReady = queue.Publish("a");
        queue.TryGet(out var got);
        var whileUnacked = queue.Publish("a");
        Settle(queue, got, SettleOutcome.Requeue);
        var whileRequeued = queue.Publish("a");
        queue.TryGet(out got);
        Settle(queue, got, SettleOutcome.Acknowledge);
        var afterwards = queue.Publish("a");

        Assert.That(
            (first, whileReady, whileUnacked, whileRequeued, afterwards),
            Is.EqualTo((0L, Queue.Duplicate, Queue.Duplicate, Queue.Duplicate, 1L)));
    }

    [Test]
    public void Other_ids_and_messages_without_one_are_all_taken()
    {
        var queue = _queues.Declare("q", Deduplicating);
        string?[] ids = ["a", "b", null, null, "a"];

        Array.ForEach(ids, id => queue.Publish(id));

        Assert.That(queue.Count().Ready, Is.EqualTo(4));
    }

    [Test]
    public void A_queue_that_does_not_deduplicate_takes_everything()
    {
        var queue = _queues.Declare("q", Argument("x-message-deduplication", false));
        queue.Publish("a");
        queue.Publish("a");

        Assert.That((queue.Count().Ready, _queues.Host.Route("", ["q"], null, []).Deduplicates), Is.EqualTo((2, false)));
    }

    [Test]
    public void What_consumers_take_without_acknowledging_is_gone()
    {
        var queue = _queues.Declare("q", Deduplicating);
        new FakeSink().Subscribe(queue, isNoAck: true);

        Assert.That((queue.Publish("a"), queue.Publish("a")), Is.EqualTo((0L, 1L)));
    }

    [Test]
    public void After_a_purge_ids_may_come_again_but_those_of_what_is_unacked()
    {
        var queue = _queues.Declare("q", Deduplicating);
        queue.Publish("a");
        queue.Publish("b");
        queue.TryGet(out _);
        queue.Purge();

        Assert.That((queue.Publish("a"), queue.Publish("b")), Is.EqualTo((Queue.Duplicate, 2L)));
    }

    [Test]
    public async Task What_expires_or_is_too_much_may_come_again(CancellationToken cancellationToken)
    {
        var queue = _queues.Declare("q", Deduplicating, Argument("x-max-length", 1));
        queue.Publish("a", now: Now());
        queue.Publish("b", expiration: 1000, now: Now());
        await Eventually.TrueAsync(() => queue.Count().Ready == 1, "the first to go", cancellationToken);
        _queues.Clock.Advance(TimeSpan.FromMilliseconds(1100));
        await Eventually.TrueAsync(() => queue.Count().Ready == 0, "the second to go", cancellationToken);

        Assert.That((queue.Publish("a"), queue.Publish("b")), Is.EqualTo((2L, 3L)));
    }

    [Test]
    public async Task A_message_that_dies_into_its_own_queue_is_taken_again(CancellationToken cancellationToken)
    {
        var queue = _queues.Declare("q", Deduplicating, Argument("x-dead-letter-exchange", ""), Argument("x-dead-letter-routing-key", "q"));
        queue.Publish("a");
        queue.TryGet(out var got);

        Settle(queue, got, SettleOutcome.Reject);
        queue.Dispatch();

        await Eventually.TrueAsync(() => queue.Count() is { Ready: 1, Unacked: 0 }, "it to come back", cancellationToken);
        Assert.That(queue.Publish("a"), Is.EqualTo(Queue.Duplicate));
    }

    [Test]
    public void What_was_there_before_a_restart_is_known_again()
    {
        var queue = _queues.Declare("q", Deduplicating);
        queue.BeginRestoring(firstNew: 10);
        queue.Restore(3, Record("a"));
        queue.EndRestoring(10);

        Assert.That((queue.Publish("a"), queue.Publish("b")), Is.EqualTo((Queue.Duplicate, 10L)));
    }

    [TestCase(true, 1)]
    [TestCase(false, 2)]
    public void What_came_again_before_it_was_restored_is_there_once_if_it_is_as_safe(bool isPersistent, int expected)
    {
        var queue = _queues.Declare("q", Deduplicating);
        queue.BeginRestoring(firstNew: 10);
        queue.Publish("a", isPersistent);
        queue.Restore(3, Record("a"));
        queue.EndRestoring(10);

        Assert.That(queue.Count().Ready, Is.EqualTo(expected));
    }

    [Test]
    public void Routes_to_it_have_messages_come_one_by_one()
    {
        _queues.Declare("q", Deduplicating);

        Assert.That(_queues.Host.Route("", ["q"], null, []).Deduplicates);
    }

    [Test]
    public void Any_history_leaves_each_id_in_the_queue_at_most_once([Range(1, 20)] int seed)
    {
        var random = new Random(seed);
        var queue = _queues.Declare("q", Deduplicating);
        var there = new List<string>();
        var unacked = new List<(GotMessage Message, string Id)>();
        for (var step = 0; step < 500; step++)
        {
            var id = $"{random.Next(8)}";
            switch (random.Next(6))
            {
                case < 3:
                    var isNew = queue.Publish(id) >= 0;
                    Assert.That(isNew, Is.EqualTo(!there.Contains(id)), $"step {step}");
                    if (isNew)
                    {
                        there.Add(id);
                    }

                    break;
                case 3:
                    if (queue.TryGet(out var got))
                    {
                        unacked.Add((got, IdOf(got)));
                    }

                    break;
                case 4 when unacked.Count > 0:
                    var settled = unacked[random.Next(unacked.Count)];
                    unacked.Remove(settled);
                    var isRequeued = random.Next(2) == 0;
                    Settle(queue, settled.Message, isRequeued ? SettleOutcome.Requeue : SettleOutcome.Acknowledge);
                    if (!isRequeued)
                    {
                        there.Remove(settled.Id);
                    }

                    break;
                case 5 when random.Next(10) == 0:
                    queue.Purge();
                    there = [.. unacked.Select(delivery => delivery.Id)];
                    break;
            }
        }
    }

    private static string IdOf(GotMessage message) =>
        System.Text.Encoding.UTF8.GetString(DeduplicationId.Read(new MessageRecord(message.Record.Bytes).Header)![1..]); // all have one

    private static byte[] Record(string id)
    {
        var message = Identified.Message(id, isPersistent: true);
        var record = new byte[MessageRecord.LengthOf(Identified.Route.Length, in message)];
        MessageRecord.Write(record, Identified.Route, in message, now: 0, due: long.MaxValue);
        return record;
    }

    private static void Settle(Queue queue, GotMessage message, SettleOutcome outcome) =>
        queue.Settle([new SettledDelivery(message.Record, null)], outcome);

    private long Now() => _queues.Clock.GetUtcNow().ToUnixTimeMilliseconds();
}
