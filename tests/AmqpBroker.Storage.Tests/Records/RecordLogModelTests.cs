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
            (3, Gen.Constant(LogCommandKind.Absorb)),
            (15, Gen.Constant(LogCommandKind.Read)),
            (30, Gen.Constant(LogCommandKind.Release)),
            (2, Gen.Constant(LogCommandKind.ReleaseAll)),
            (2, Gen.Constant(LogCommandKind.DropUnread)),
            (4, Gen.Constant(LogCommandKind.TakeDue)),
            (10, Gen.Constant(LogCommandKind.BeginPageOut)),
            (8, Gen.Constant(LogCommandKind.EndPageOut)),
            (4, Gen.Constant(LogCommandKind.BeginPageIn)),
            (4, Gen.Constant(LogCommandKind.EndPageIn)))
        from number in Gen.Choose(0, 2000)
        select new LogCommand(kind, number);

    private static readonly Gen<LogCommand> CommandOnBacklog =
        from kind in Gen.Frequency(
            (40, Gen.Constant(LogCommandKind.Append)),
            (4, Gen.Constant(LogCommandKind.Absorb)),
            (25, Gen.Constant(LogCommandKind.Read)),
            (5, Gen.Constant(LogCommandKind.ReleaseAll)),
            (1, Gen.Constant(LogCommandKind.DropUnread)),
            (5, Gen.Constant(LogCommandKind.TakeDue)),
            (40, Gen.Constant(LogCommandKind.BeginPageOut)),
            (40, Gen.Constant(LogCommandKind.EndPageOut)),
            (20, Gen.Constant(LogCommandKind.BeginPageIn)),
            (20, Gen.Constant(LogCommandKind.EndPageIn)))
        from number in Gen.Choose(0, 6000)
        select new LogCommand(kind, number);

    [Test]
    public void A_backlog_that_goes_to_disk_and_comes_back_goes_as_in_the_model() => Property.Holds(
        Arb.From(CommandOnBacklog.ArrayOf().Resize(800), Arb.Array(CommandOnBacklog.ToArbitrary()).Shrinker),
        Run,
        runs: 100);

    [Test]
    public void Any_history_goes_as_in_the_model() => Property.Holds(
        Arb.From(Command.ArrayOf().Resize(150), Arb.Array(Command.ToArbitrary()).Shrinker),
        Run,
        runs: 300);

    private static void Run(LogCommand[] commands)
    {
        using var history = new LogHistory();
        history.Run(commands);
    }
}
