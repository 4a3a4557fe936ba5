using FsCheck;
using FsCheck.Fluent;

namespace AmqpBroker.Storage.Tests.Records;

/// <summary>A log does in every history what two lists would do, and holds no more memory than it must.</summary>
public sealed class RecordLogModelTests
{
    private static readonly Gen<LogCommand> Command =
        from kind in Gen.Frequency(
            (30, Gen.Constant(LogCommandKind.Append)),
            (2, Gen.Constant(LogCommandKind.AppendLarge)),
            (15, Gen.Constant(LogCommandKind.Read)),
            (30, Gen.Constant(LogCommandKind.Release)),
            (2, Gen.Constant(LogCommandKind.ReleaseAll)),
            (2, Gen.Constant(LogCommandKind.DropUnread)))
        from number in Gen.Choose(0, 2000)
        select new LogCommand(kind, number);

    [Test]
    public void Any_history_goes_as_in_the_model() => Property.Holds(
        Arb.From(Command.ArrayOf().Resize(150), Arb.Array(Command.ToArbitrary()).Shrinker),
        history => new LogHistory().Run(history),
        runs: 300);
}
