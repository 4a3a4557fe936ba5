using AmqpBroker.Core.Queues;
using FsCheck;
using FsCheck.Fluent;

namespace AmqpBroker.Core.Tests.Queues;

/// <summary>A queue does in every history what a sorted list and a ring of consumers would do.</summary>
public sealed class ClassicQueueModelTests
{
    private static readonly Gen<int> Number = Gen.Choose(0, 1000);

    private static readonly Gen<QueueShape> Limits =
        from ttl in Gen.Elements<int?>(null, null, null, 0, 30)
        from length in Gen.Elements<int?>(null, null, 0, 1, 4, 9)
        from bytes in Gen.Elements<int?>(null, null, 0, 10, 40)
        from overflow in Gen.Elements(Enum.GetValues<Overflow>())
        from hasExchange in Gen.Frequency((5, Gen.Constant(true)), (1, Gen.Constant(false)))
        select new QueueShape { MessageTtl = ttl, MaxLength = length, MaxLengthBytes = bytes, Overflow = overflow, HasDeadLetterExchange = hasExchange };

    [Test]
    public void Any_history_goes_as_in_the_model() => Holds(Gen.Constant(new QueueShape { HasDeadLetterExchange = true }), deletes: 0, runs: 300);

    [Test]
    public void A_history_with_a_deletion_goes_as_in_the_model() => Holds(Limits, deletes: 2, runs: 150);

    [Test]
    public void A_history_of_a_queue_with_limits_goes_as_in_the_model() => Holds(Limits, deletes: 0, runs: 400);

    [Test]
    public void A_history_of_a_queue_with_priorities_goes_as_in_the_model() => Holds(
        from shape in Limits from highest in Gen.Choose(1, 4) select shape with { MaxPriority = highest }, deletes: 0, runs: 300);

    [Test]
    public void A_history_of_a_queue_with_a_delivery_limit_goes_as_in_the_model() => Holds(
        from shape in Limits from limit in Gen.Choose(0, 3) select shape with { DeliveryLimit = limit }, deletes: 0, runs: 300);

    [Test]
    public void What_came_back_and_is_refused_on_two_channels_keeps_its_order()
    {
        var run = new QueueHistory(new QueueShape { DeliveryLimit = 1, HasDeadLetterExchange = true });

        run.Run(
        [
            new(QueueCommandKind.Subscribe, 570, 450, 195), new(QueueCommandKind.Subscribe, 132, 133, 215), new(QueueCommandKind.Cancel, 872, 134, 314),
            new(QueueCommandKind.Subscribe, 289, 834, 217), new(QueueCommandKind.Publish, 174, 644, 439), new(QueueCommandKind.Publish, 630, 806, 347),
            new(QueueCommandKind.Subscribe, 118, 539, 919), new(QueueCommandKind.Forget, 918, 701, 347), new(QueueCommandKind.Settle, 877, 252, 631),
            new(QueueCommandKind.Subscribe, 8, 945, 297), new(QueueCommandKind.Subscribe, 603, 306, 594), new(QueueCommandKind.Forget, 799, 618, 80),
            new(QueueCommandKind.Subscribe, 907, 253, 298), new(QueueCommandKind.Publish, 590, 437, 480), new(QueueCommandKind.Settle, 168, 509, 401),
        ]);

        run.Finish();
    }

    private static void Holds(Gen<QueueShape> shapes, int deletes, int runs) => Property.Holds(
        Arb.From(
            from shape in shapes from history in Command(deletes).ArrayOf().Resize(200) select (Shape: shape, History: history),
            given => Arb.Array(Command(deletes).ToArbitrary()).Shrinker(given.History).Select(history => (given.Shape, history))),
        given =>
        {
            var run = new QueueHistory(given.Shape);
            run.Run(given.History);
            run.Finish();
        },
        runs);

    private static Gen<QueueCommand> Command(int deletes) =>
        from kind in Gen.Frequency(
            (24, Gen.Constant(QueueCommandKind.Publish)),
            (8, Gen.Constant(QueueCommandKind.Get)),
            (10, Gen.Constant(QueueCommandKind.Subscribe)),
            (4, Gen.Constant(QueueCommandKind.Cancel)),
            (3, Gen.Constant(QueueCommandKind.Forget)),
            (30, Gen.Constant(QueueCommandKind.Settle)),
            (4, Gen.Constant(QueueCommandKind.Block)),
            (6, Gen.Constant(QueueCommandKind.Unblock)),
            (4, Gen.Constant(QueueCommandKind.SetWindow)),
            (8, Gen.Constant(QueueCommandKind.Wait)),
            (1, Gen.Constant(QueueCommandKind.CloseChannel)),
            (1, Gen.Constant(QueueCommandKind.Purge)),
            (deletes, Gen.Constant(QueueCommandKind.Delete)))
        from first in Number
        from second in Number
        from third in Number
        select new QueueCommand(kind, first, second, third);
}
