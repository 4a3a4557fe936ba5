using AmqpBroker.Core.Messages;
using AmqpBroker.Core.Queues;
using AmqpBroker.Storage.Records;

namespace AmqpBroker.Core.Tests.Queues;

public sealed class RequeuedMessagesTests
{
    private readonly RequeuedMessages _requeued = new();
    private readonly RecordLog _log = new(new SegmentPool());

    [Test]
    public void Whatever_the_order_of_coming_they_go_by_position([Values(10, 5000)] int count)
    {
        var records = Append(count);
        var order = Enumerable.Range(0, count).ToArray();
        new Random(count).Shuffle(order);

        foreach (var i in order)
        {
            _requeued.Add(records[i], isRedelivered: i % 2 == 0);
        }

        var came = new List<(RecordRef, bool)>();
        while (_requeued.TryTakeFirst(out var record, out var isRedelivered))
        {
            came.Add((record, isRedelivered));
        }

        Assert.That(came, Is.EqualTo(records.Select((record, i) => (record, i % 2 == 0))));
    }

    [Test]
    public void It_goes_on_after_it_was_emptied([Values(10, 5000)] int count)
    {
        foreach (var record in Append(count))
        {
            _requeued.Add(record, isRedelivered: true);
        }

        while (_requeued.TryTakeFirst(out _, out _))
        {
        }

        var late = Append(1)[0];
        _requeued.Add(late, isRedelivered: false);
        var isFound = _requeued.TryTakeFirst(out var taken, out var isRedelivered);

        Assert.That((isFound, taken, isRedelivered, _requeued.Count), Is.EqualTo((true, late, false, 0)));
    }

    [Test]
    public void Nothing_comes_from_nothing()
    {
        var isFound = _requeued.TryTakeFirst(out _, out _);

        Assert.That((isFound, _requeued.Count), Is.EqualTo((false, 0)));
    }

    private RecordRef[] Append(int count) => [.. Enumerable.Range(0, count).Select(_ =>
    {
        _log.Append(MessageRecord.PrefixLength, out var record).Clear();
        return record;
    })];
}
