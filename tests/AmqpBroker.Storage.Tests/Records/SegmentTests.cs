using AmqpBroker.Storage.Records;

namespace AmqpBroker.Storage.Tests.Records;

public sealed class SegmentTests
{
    private readonly Segment _segment = new(100);

    [TearDown]
    public void Free() => _segment.Free();

    [TestCase(96, ExpectedResult = true)]
    [TestCase(97, ExpectedResult = false)]
    public bool A_record_needs_room_for_its_length_too(int length) => _segment.HasRoomFor(length);

    [Test]
    public void Records_lie_one_behind_the_other()
    {
        _segment.Reset(1000);
        _segment.Append(3, out var first).Fill(1);
        _segment.Append(0, out var second);
        _segment.Append(5, out var third).Fill(3);

        using (Assert.EnterMultipleScope())
        {
            Assert.That((first, second, third), Is.EqualTo((0, 7, 11)));
            Assert.That(_segment.End, Is.EqualTo(1020));
            Assert.That(_segment.Read(first).ToArray(), Is.EqualTo(new byte[] { 1, 1, 1 }));
            Assert.That(_segment.Read(second).ToArray(), Is.Empty);
            Assert.That(_segment.Read(third).ToArray(), Is.EqualTo(new byte[] { 3, 3, 3, 3, 3 }));
            Assert.That(new RecordRef(_segment, third).Position, Is.EqualTo(1011));
        }
    }

    [Test]
    public void Passing_over_leads_to_the_next_record()
    {
        _segment.Append(3, out var first);
        _segment.Append(5, out var second);

        var next = _segment.PassOver(first);

        Assert.That((next, _segment.Unread, _segment.Live), Is.EqualTo((second, 1, 2)));
    }

    [Test]
    public void Dropping_what_is_unread_leaves_what_was_read_alive()
    {
        _segment.Append(1, out var first);
        _segment.Append(1, out _);
        _segment.Append(1, out _);
        _segment.PassOver(first);

        var dropped = _segment.DropUnread();

        Assert.That((dropped, _segment.Unread, _segment.Live), Is.EqualTo((2, 0, 1)));
    }
}
