using AmqpBroker.Core.Queues;
using AmqpBroker.Protocol.Fields;
using AmqpBroker.Server.Channels;
using AmqpBroker.Server.Output;
using AmqpBroker.TestKit;

namespace AmqpBroker.Server.Tests.Channels;

public sealed class DeliveryAgesTests
{
    private static readonly TimeSpan Timeout = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan Look = TimeSpan.FromMinutes(1);

    private readonly FakeTimeProvider _clock = new();
    private readonly UnackedTable _table = new();
    private readonly ClassicQueue _queue = new("/", new QueueDeclaration { Name = "q" });
    private DeliveryAges? _ages;
    private ulong _lastTag;

    [Test]
    public void A_delivery_is_overdue_at_the_first_look_a_timeout_after_the_one_that_saw_it_first()
    {
        Deliver(_queue);

        Assert.That(LooksUntilOverdue(), Is.EqualTo(30));
    }

    [Test]
    public void The_oldest_counts_whatever_comes_and_goes_behind_it()
    {
        Deliver(_queue);

        Assert.That(LooksUntilOverdue(() => Settle(Deliver(_queue))), Is.EqualTo(30));
    }

    [Test]
    public void What_is_settled_in_time_is_never_overdue_though_there_is_always_something_unsettled()
    {
        for (var look = 0; look < 1000; look++)
        {
            Deliver(_queue);
            if (look >= 29)
            {
                Settle((ulong)(look - 28));
            }

            Assert.That(FindOverdue(Timeout), Is.Null, $"look {look}");
            _clock.Advance(Look);
        }
    }

    [Test]
    public void A_long_timeout_is_kept_to_with_a_bounded_number_of_marks()
    {
        Deliver(_queue);
        var most = 0;

        var looks = LooksUntilOverdue(
            () =>
            {
                Deliver(_queue);
                most = Math.Max(most, _ages!.Marks);
            },
            TimeSpan.FromDays(2));

        Assert.That((looks, most), Is.EqualTo((2 * 24 * 60, 64)));
    }

    [Test]
    public void Zero_is_for_ever()
    {
        Deliver(_queue);
        FindOverdue(TimeSpan.Zero);

        _clock.Advance(TimeSpan.FromDays(1000));

        Assert.That(FindOverdue(TimeSpan.Zero), Is.Null);
    }

    [TestCase(60_000, 1)]
    [TestCase(120_000, 2)]
    [TestCase(7_200_000, 30)]
    [TestCase(long.MaxValue, 30)]
    [TestCase(-1, 30)]
    public void A_queue_may_have_a_timeout_of_its_own(long own, int expected)
    {
        Deliver(QueueWith(own));
        Deliver(_queue);

        Assert.That(LooksUntilOverdue(hasOwnTimeouts: true), Is.EqualTo(expected));
    }

    [Test]
    public void A_queue_may_be_patient_for_ever()
    {
        Deliver(QueueWith(0));
        FindOverdue(Timeout, hasOwnTimeouts: true);

        _clock.Advance(TimeSpan.FromDays(1000));

        Assert.That(FindOverdue(Timeout, hasOwnTimeouts: true), Is.Null);
    }

    private int LooksUntilOverdue(Action? between = null, TimeSpan? timeout = null, bool hasOwnTimeouts = false)
    {
        for (var looks = 0; looks < 10_000; looks++)
        {
            if (FindOverdue(timeout ?? Timeout, hasOwnTimeouts) is not null)
            {
                return looks;
            }

            between?.Invoke();
            _clock.Advance(Look);
        }

        return -1;
    }

    private TimeSpan? FindOverdue(TimeSpan timeout, bool hasOwnTimeouts = false) =>
        (_ages ??= new DeliveryAges(_clock)).FindOverdue(_table, _lastTag, timeout, hasOwnTimeouts);

    private ulong Deliver(Queue queue)
    {
        _table.Add(new UnackedDelivery(++_lastTag, queue, Consumer: null, default));
        return _lastTag;
    }

    private void Settle(ulong tag) => Assert.That(_table.TryTake(tag, out _), $"tag {tag} is unsettled");

    private static ClassicQueue QueueWith(long timeout) => new(
        "/", new QueueDeclaration { Name = "own", Arguments = new FieldTableBuilder().Add("x-consumer-timeout", timeout).Build() });
}
