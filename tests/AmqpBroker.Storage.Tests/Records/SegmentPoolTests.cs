using AmqpBroker.Storage.Records;

namespace AmqpBroker.Storage.Tests.Records;

public sealed class SegmentPoolTests
{
    private readonly SegmentPool _pool = new();

    [TestCase(1, 4096)]
    [TestCase(4096, 4096)]
    [TestCase(4097, 16 * 1024)]
    [TestCase(16 * 1024, 16 * 1024)]
    [TestCase((16 * 1024) + 1, 64 * 1024)]
    [TestCase((64 * 1024) + 1, 256 * 1024)]
    [TestCase((256 * 1024) + 1, 1024 * 1024)]
    [TestCase(1024 * 1024, 1024 * 1024)]
    [TestCase((1024 * 1024) + 1, (1024 * 1024) + 1)]
    [TestCase(5_000_000, 5_000_000)]
    public void A_segment_has_the_capacity_of_its_class(int asked, int expected)
    {
        var segment = _pool.Rent(asked);
        var capacity = segment.Capacity;
        _pool.Return(segment);

        Assert.That(capacity, Is.EqualTo(expected));
    }

    [TestCase(0, 4096)]
    [TestCase(4096, 16 * 1024)]
    [TestCase(256 * 1024, 1024 * 1024)]
    [TestCase(1024 * 1024, 1024 * 1024)]
    public void Capacities_grow_fourfold_up_to_the_largest(int capacity, int next) =>
        Assert.That(SegmentPool.NextCapacity(capacity), Is.EqualTo(next));

    [Test]
    public void A_segment_returned_is_given_out_again_as_new()
    {
        var first = _pool.Rent(4096);
        first.Append(10, position: 0, out _);
        first.Due = 5;
        _pool.Return(first);

        var second = _pool.Rent(4096);

        Assert.That(second, Is.SameAs(first));
        Assert.That(
            (second.Written, second.Live, second.Unread, second.Due, second.Previous, second.Next),
            Is.EqualTo((0, 0, 0, long.MaxValue, (Segment?)null, (Segment?)null)));
        _pool.Return(second);
    }

    [Test]
    public void A_segment_out_is_not_given_out_twice()
    {
        Segment[] rented = [.. Enumerable.Range(0, 100).Select(_ => _pool.Rent(4096))];
        foreach (var segment in rented)
        {
            _pool.Return(segment);
        }

        Segment[] again = [.. Enumerable.Range(0, 100).Select(_ => _pool.Rent(4096))];

        Assert.That(again, Is.Unique);
        foreach (var segment in again)
        {
            _pool.Return(segment);
        }
    }

    [Test]
    public async Task Threads_that_rent_at_once_never_share_a_segment()
    {
        const int rounds = 20_000;

        var clashes = await Task.WhenAll(Enumerable.Range(1, 4).Select(id => Task.Factory.StartNew(
            () => Enumerable.Range(0, rounds).Count(_ => !UseAlone(id)),
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default)));

        Assert.That(clashes, Is.All.Zero);
    }

    // Writes its name into the segment and looks whether it is still there.
    private bool UseAlone(int id)
    {
        var segment = _pool.Rent(4096);
        var bytes = segment.Append(64, position: id, out var offset);
        bytes.Fill((byte)id);
        var isAlone = segment.PositionAt(offset) == id && segment.Read(offset).IndexOfAnyExcept((byte)id) < 0;
        _pool.Return(segment);
        return isAlone;
    }
}
