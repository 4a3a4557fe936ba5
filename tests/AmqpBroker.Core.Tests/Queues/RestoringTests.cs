using AmqpBroker.Core.Messages;
using AmqpBroker.Core.Queues;
using AmqpBroker.Protocol.Fields;

namespace AmqpBroker.Core.Tests.Queues;

/// <summary>A queue takes new messages while those from before a restart are put back.</summary>
public sealed class RestoringTests
{
    private const long FirstNew = 1000;
    private static readonly byte[] Route = [0, 1, (byte)'q'];

    [Test]
    public void What_was_there_before_comes_first()
    {
        var queue = Make();
        queue.BeginRestoring(FirstNew);

        queue.Enqueue(11);
        Restore(queue, 3, 1);
        Restore(queue, 7, 2);
        queue.Enqueue(12);
        Assert.That(queue.TryGet(out _), Is.False, "more may come before it");
        queue.EndRestoring(end: 8);

        Assert.That(queue.Count().Ready, Is.EqualTo(4));
        queue.Enqueue(13);
        Assert.That(queue.EndPosition, Is.EqualTo(FirstNew + 3));
        Assert.That(queue.GetAll(), Is.EqualTo(new[] { 1, 2, 11, 12, 13 }));
    }

    [Test]
    public void Consumers_wait_and_are_served_when_all_is_there()
    {
        var queue = Make();
        queue.BeginRestoring(FirstNew);
        var sink = new FakeSink();
        sink.Subscribe(queue, isNoAck: true);
        queue.Enqueue(11);
        Restore(queue, 3, 1);
        queue.Dispatch();
        Assert.That(sink.Numbers, Is.Empty);

        queue.EndRestoring(end: 4);

        Assert.That(() => sink.Numbers, Is.EqualTo(new[] { 1, 11 }).After(10_000, 5));
    }

    [Test]
    public async Task Whoever_wants_the_first_message_is_told_to_wait()
    {
        var queue = Make();
        Assert.That(queue.Restored.IsCompleted, "nothing is to be put back");
        queue.BeginRestoring(FirstNew);

        Assert.That(queue.TryFetchFirst(out var fetched));
        var restored = queue.Restored;
        Assert.That((fetched.IsCompleted, restored.IsCompleted), Is.EqualTo((false, false)));
        Restore(queue, 3, 1);
        queue.EndRestoring(end: 4);

        await fetched;
        await restored;
        Assert.That(queue.GetAll(), Is.EqualTo(new[] { 1 }));
        Assert.That(queue.TryFetchFirst(out _), Is.False);
    }

    [Test]
    public void Priorities_hold_across_the_restart()
    {
        var queue = Make(TimedQueues.Argument("x-max-priority", 3));
        queue.BeginRestoring(FirstNew);
        Enqueue(queue, 11, priority: 1);
        Enqueue(queue, 12, priority: 3);
        Restore(queue, 3, 1, priority: 1);
        Restore(queue, 4, 2, priority: 3);
        queue.EndRestoring(end: 5);

        Assert.That(queue.GetAll(), Is.EqualTo(new[] { 2, 12, 1, 11 }));
    }

    [Test]
    public void Length_is_limited_when_all_is_there()
    {
        var queue = Make(TimedQueues.Argument("x-max-length", 2));
        queue.BeginRestoring(FirstNew);
        queue.Enqueue(11);
        Restore(queue, 3, 1);
        Restore(queue, 4, 2);
        queue.Dispatch();
        Assert.That(queue.Count().Ready, Is.EqualTo(3), "what would go first may not be there yet");

        queue.EndRestoring(end: 5);

        Assert.That(() => queue.Count().Ready, Is.EqualTo(2).After(10_000, 5));
        Assert.That(queue.GetAll(), Is.EqualTo(new[] { 2, 11 }));
    }

    [Test]
    public void A_queue_deleted_meanwhile_takes_nothing_back()
    {
        var queue = Make();
        queue.BeginRestoring(FirstNew);
        Restore(queue, 3, 1);
        queue.Enqueue(11);

        queue.Delete(QueueDeleteConditions.None);

        Assert.That(queue.Restore(4, RecordOf(2, 0)), Is.False);
        queue.EndRestoring(end: 5);
        Assert.That(queue.Restored.IsCompleted);
        Assert.That(queue.CountLiveBytes(), Is.Zero);
    }

    [Test]
    public void Nothing_that_has_come_meanwhile_counts_as_settled()
    {
        var queue = Make();
        queue.BeginRestoring(FirstNew);
        Enqueue(queue, 11, isPersistent: true);
        Restore(queue, 3, 1, isPersistent: true);

        var live = queue.PersistentBetween(0, long.MaxValue);

        Assert.That((live.Contains(3), live.Contains(FirstNew), live.Contains(4)), Is.EqualTo((true, true, false)));
        Assert.That(queue.LowestPersistent(), Is.EqualTo(3));
    }

    private static ClassicQueue Make(params FieldEntry[] arguments) =>
        new("/", new QueueDeclaration { Name = "q", Arguments = FieldTable.Of(arguments) });

    private static void Restore(ClassicQueue queue, long position, int number, byte priority = 0, bool isPersistent = false) =>
        Assert.That(queue.Restore(position, RecordOf(number, priority, isPersistent)));

    private static void Enqueue(ClassicQueue queue, int number, byte priority = 0, bool isPersistent = false) =>
        queue.Enqueue(new MessageRun(Route, [Message(number, priority, isPersistent)]), Numbered.Now);

    private static byte[] RecordOf(int number, byte priority, bool isPersistent = false)
    {
        var message = Message(number, priority, isPersistent);
        var bytes = new byte[MessageRecord.LengthOf(Route.Length, in message)];
        MessageRecord.Write(bytes, Route, in message, Numbered.Now, due: long.MaxValue);
        return bytes;
    }

    private static PublishedMessage Message(int number, byte priority, bool isPersistent)
    {
        var plain = Numbered.Message(number);
        return new()
        {
            Header = plain.Header,
            Body = plain.Body,
            Priority = priority,
            Flags = isPersistent ? MessageFlags.Persistent : MessageFlags.None,
            ExpiresAfterMilliseconds = -1,
        };
    }
}
