using AmqpBroker.Perf;
using NUnit.Framework;

namespace AmqpBroker.Tests.Perf;

public sealed class ConfirmWindowTests
{
    private readonly LatencyHistogram _latencies = new();

    [Test]
    public void A_confirm_of_many_settles_all_up_to_its_tag()
    {
        var window = new ConfirmWindow(10);
        window.Add(10, timestamp: 1);

        var settled = window.Settle(7, multiple: true, now: 2, _latencies);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(settled, Is.EqualTo(7));
            Assert.That(window.Room, Is.EqualTo(7));
            Assert.That(Latencies.Of([_latencies]).Count, Is.EqualTo(7));
        }
    }

    [Test]
    public void Confirms_out_of_order_give_room_once_the_gap_is_closed()
    {
        var window = new ConfirmWindow(3);
        window.Add(3, timestamp: 1);

        var late = window.Settle(2, multiple: false, now: 2, _latencies);
        var roomBefore = window.Room;
        var first = window.Settle(1, multiple: false, now: 2, _latencies);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(late, Is.EqualTo(1));
            Assert.That(roomBefore, Is.Zero);
            Assert.That(first, Is.EqualTo(1));
            Assert.That(window.Room, Is.EqualTo(2));
        }
    }

    [TestCase(1, false)]
    [TestCase(1, true)]
    [TestCase(9, true)]
    public void What_was_settled_or_never_sent_settles_nothing(long tag, bool multiple)
    {
        var window = new ConfirmWindow(3);
        window.Add(1, timestamp: 1);
        window.Settle(1, multiple: false, now: 2, _latencies);

        Assert.That(window.Settle(tag, multiple, now: 3, _latencies), Is.Zero);
    }

    [Test]
    public void The_window_goes_round()
    {
        var window = new ConfirmWindow(2);
        var settled = 0;
        for (var tag = 1; tag <= 100; tag++)
        {
            window.Add(1, timestamp: tag);
            settled += window.Settle(tag, multiple: tag % 2 == 0, now: tag + 1, _latencies);
        }

        using (Assert.EnterMultipleScope())
        {
            Assert.That(settled, Is.EqualTo(100));
            Assert.That(window.IsEmpty);
        }
    }
}
