using System.Buffers.Binary;
using AmqpBroker.Core.Delays;
using AmqpBroker.Core.Messages;
using AmqpBroker.Storage.Records;

namespace AmqpBroker.Core.Tests.Delays;

public sealed class DelaySlotsTests
{
    private const long Start = 1_800_000_000_000;
    private const int RecordLength = MessageRecord.PrefixLength;

    private readonly SegmentPool _pool = new();
    private readonly DelaySlots _slots;
    private long _now = Start;

    public DelaySlotsTests() => _slots = new DelaySlots(_pool);

    [Test]
    public void Messages_of_every_distance_come_at_their_time_and_in_its_order([Values(1, 2, 3)] int seed)
    {
        var random = new Random(seed);
        var waiting = new PriorityQueue<long, (long Due, long Position)>();
        for (var step = 0; step < 3000; step++)
        {
            // From milliseconds to weeks, each magnitude as often.
            var due = _now + (long)Math.Pow(2, random.NextDouble() * 32);
            waiting.Enqueue(_slots.EndPosition, (due, _slots.EndPosition));
            Add(due);
            _now += random.Next(1000);
            CheckUpTo(_now, waiting);
        }

        while (_slots.NextDue < long.MaxValue)
        {
            _now = Math.Max(_now, _slots.NextDue);
            CheckUpTo(_now, waiting);
        }

        Assert.That((waiting.Count, _slots.Count, _slots.LiveBytes), Is.EqualTo((0, 0L, 0L)));
        Assert.That(_pool.BytesInUse, Is.Zero);
    }

    [Test]
    public void Nothing_is_to_be_done_before_something_falls_due()
    {
        Add(Start + 500);
        Settle();
        var near = _slots.NextDue;
        TakeAll(Start + 500);
        Add(Start + 86_400_000);
        Settle();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(near, Is.EqualTo(Start + 500), "to the millisecond");
            Assert.That(_slots.NextDue, Is.InRange(Start + 80_000_000, Start + 86_400_000), "a slot of an hour is opened before its time");
        }
    }

    [Test]
    public void What_fell_due_long_ago_comes_at_once_and_in_order()
    {
        long[] dues = [.. Enumerable.Range(0, 1000).Select(i => Start - (i * 7_654_321L))];
        foreach (var due in dues)
        {
            Add(due);
        }

        Assert.That(TakeAll(Start).Select(taken => taken.Due), Is.EqualTo(dues.Order()));
    }

    [Test]
    public void What_waits_long_lies_in_few_slots()
    {
        var random = new Random(1);
        for (var i = 0; i < 20_000; i++)
        {
            Add(Start + random.NextInt64(uint.MaxValue));
        }

        // The whole range of delays: what is in memory beyond the messages stays a few pages for each slot.
        Assert.That(_pool.BytesInUse, Is.LessThan(20_000 * (RecordLength + 20) * 3));
    }

    [Test]
    public void Persistent_messages_are_known_by_position_until_released()
    {
        Add(Start + 1, isPersistent: true);
        Add(Start + 2, isPersistent: false);
        Add(Start + 100_000, isPersistent: true);
        var before = Positions();

        TakeAll(Start + 50);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(before, Is.EqualTo(new[] { 0L, 2L }));
            Assert.That(Positions(), Is.EqualTo(new[] { 2L }));
            Assert.That(_slots.LowestPersistent, Is.EqualTo(2));
        }
    }

    [Test]
    public void Dropping_leaves_nothing()
    {
        Add(Start);
        Add(Start + 1_000_000);
        _slots.Open(Start);

        _slots.Drop();

        Assert.That((_slots.Count, _slots.NextDue, _slots.LowestPersistent, _pool.BytesInUse), Is.EqualTo((0L, long.MaxValue, (long?)null, 0L)));
    }

    private void Add(long due, bool isPersistent = true)
    {
        var bytes = _slots.Add(_slots.EndPosition, due, _now, RecordLength, isPersistent);
        bytes.Clear();
        BinaryPrimitives.WriteInt64LittleEndian(bytes[8..], _now);
        MessageRecord.SetDue(bytes, due);
    }

    private void CheckUpTo(long now, PriorityQueue<long, (long Due, long Position)> waiting)
    {
        foreach (var (due, position) in TakeAll(now))
        {
            Assert.That(waiting.TryDequeue(out _, out var expected), Is.True);
            Assert.That((due, position), Is.EqualTo(expected));
        }

        Assert.That(!waiting.TryPeek(out _, out var next) || next.Due > now, Is.True, "none is late");
    }

    private List<(long Due, long Position)> TakeAll(long now)
    {
        var all = new List<(long Due, long Position)>();
        var taken = new List<PendingMessage>();
        do
        {
            taken.Clear();
            while (_slots.Open(now))
            {
                // More is to be opened than in one go.
            }

            _slots.TakeDue(now, taken, 100);
            foreach (var message in taken)
            {
                all.Add((message.Due, message.Position));
                _slots.Release(message);
            }
        }
        while (taken.Count > 0);
        return all;
    }

    private void Settle() => Assert.That(_slots.Open(_now), Is.False);

    private IEnumerable<long> Positions() =>
        _slots.PersistentBetween(0, 100).Runs.SelectMany(run => Enumerable.Range((int)run.First, (int)(run.Last - run.First + 1)).Select(i => (long)i));
}
