using AmqpBroker.Storage.Records;

namespace AmqpBroker.Storage.Tests.Records;

public sealed class SegmentTests
{
    private readonly Segment _segment = new(100);

    [TearDown]
    public void Free() => _segment.Free();

    [TestCase(88, ExpectedResult = true)]
    [TestCase(89, ExpectedResult = false)]
    public bool A_record_needs_room_for_its_length_and_position_too(int length) => _segment.HasRoomFor(length);

    [Test]
    public void Records_lie_one_behind_the_other()
    {
        _segment.Append(3, position: 1000, out var first).Fill(1);
        _segment.Append(0, position: 1001, out var second);
        _segment.Append(5, position: 1005, out var third).Fill(3);

        using (Assert.EnterMultipleScope())
        {
            Assert.That((first, second, third), Is.EqualTo((0, 15, 27)));
            Assert.That(_segment.Written, Is.EqualTo(44));
            Assert.That(_segment.Read(first).ToArray(), Is.EqualTo(new byte[] { 1, 1, 1 }));
            Assert.That(_segment.Read(second).ToArray(), Is.Empty);
            Assert.That(_segment.Read(third).ToArray(), Is.EqualTo(new byte[] { 3, 3, 3, 3, 3 }));
            Assert.That(new RecordRef(_segment, third).Position, Is.EqualTo(1005));
        }
    }

    [Test]
    public void Reading_gives_the_first_unread_record_and_leads_behind_it()
    {
        _segment.Append(2, 0, out var taken);
        _segment.Append(3, 1, out var first).Fill(7);
        _segment.Append(5, 2, out var second);
        _segment.Take(taken);

        var next = taken;
        var bytes = _segment.ReadUnread(ref next, out var found).ToArray();

        Assert.That((found, next, _segment.Unread, _segment.Live), Is.EqualTo((first, second, 1, 3)));
        Assert.That(bytes, Is.EqualTo(new byte[] { 7, 7, 7 }));
    }

    [Test]
    public void Dropping_what_is_unread_leaves_what_was_read_alive()
    {
        _segment.Append(1, 0, out var first);
        _segment.Append(2, 1, out var second);
        _segment.Append(3, 2, out _);
        var next = first;
        _segment.ReadUnread(ref next, out _);

        _segment.DropUnread(second);

        Assert.That((_segment.Unread, _segment.Live), Is.EqualTo((0, 1)));
    }

    [Test]
    public void What_is_released_is_passed_over_when_looking_for_what_is_live()
    {
        _segment.Append(3, 0, out var first);
        _segment.Append(5, 1, out var second);
        _segment.Append(7, 2, out var third);

        _segment.Release(second);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(_segment.FindLive(first), Is.EqualTo(first));
            Assert.That(_segment.FindLive(second), Is.EqualTo(third));
            Assert.That(_segment.FindLive(_segment.Behind(third)), Is.EqualTo(_segment.Written));
            Assert.That(_segment.PositionAt(second), Is.EqualTo(1), "a released record keeps its place");
        }
    }
}
