using FsCheck;
using FsCheck.Fluent;

namespace AmqpBroker.Core.Tests.Queues;

/// <summary>A queue does in every history what a sorted list and a ring of consumers would do.</summary>
public sealed class ClassicQueueModelTests
{
    private static readonly Gen<int> Number = Gen.Choose(0, 1000);

    [Test]
    public void Any_history_goes_as_in_the_model() => Property.Holds(
        Histories(deletes: 0),
        history =>
        {
            var run = new QueueHistory();
            run.Run(history);
            run.Finish();
        },
        runs: 400);

    [Test]
    public void A_history_with_a_deletion_goes_as_in_the_model() => Property.Holds(
        Histories(deletes: 2),
        history =>
        {
            var run = new QueueHistory();
            run.Run(history);
            run.Finish();
        },
        runs: 150);

    private static Arbitrary<QueueCommand[]> Histories(int deletes) => Arb.From(
        Command(deletes).ArrayOf().Resize(200),
        Arb.Array(Command(deletes).ToArbitrary()).Shrinker);

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
            (1, Gen.Constant(QueueCommandKind.Purge)),
            (deletes, Gen.Constant(QueueCommandKind.Delete)))
        from first in Number
        from second in Number
        from third in Number
        select new QueueCommand(kind, first, second, third);
}
