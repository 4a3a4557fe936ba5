using FsCheck;
using FsCheck.Fluent;

namespace AmqpBroker.Storage.Tests.Records;

/// <summary>A log does in every history what two lists would do, and holds no more memory than it must.</summary>
public sealed class RecordLogModelTests
{
    private static readonly Gen<LogCommand> Command = CommandsOf(
        2000,
        (30, LogCommandKind.Append),
        (2, LogCommandKind.AppendLarge),
        (3, LogCommandKind.Absorb),
        (15, LogCommandKind.Read),
        (30, LogCommandKind.Release),
        (2, LogCommandKind.ReleaseAll),
        (2, LogCommandKind.DropUnread),
        (4, LogCommandKind.TakeDue),
        (10, LogCommandKind.BeginPageOut),
        (8, LogCommandKind.EndPageOut),
        (4, LogCommandKind.BeginPageIn),
        (4, LogCommandKind.EndPageIn));

    private static readonly Gen<LogCommand> CommandOnBacklog = CommandsOf(
        6000,
        (40, LogCommandKind.Append),
        (4, LogCommandKind.Absorb),
        (25, LogCommandKind.Read),
        (5, LogCommandKind.ReleaseAll),
        (1, LogCommandKind.DropUnread),
        (5, LogCommandKind.TakeDue),
        (40, LogCommandKind.BeginPageOut),
        (40, LogCommandKind.EndPageOut),
        (20, LogCommandKind.BeginPageIn),
        (20, LogCommandKind.EndPageIn));

    [Test]
    public void A_backlog_that_goes_to_disk_and_comes_back_goes_as_in_the_model() => Property.Holds(
        Histories(CommandOnBacklog, 800),
        Run,
        runs: 100);

    [Test]
    public void Any_history_goes_as_in_the_model() => Property.Holds(
        Histories(Command, 150),
        Run,
        runs: 300);

    private static Gen<LogCommand> CommandsOf(int mostNumber, params (int Weight, LogCommandKind Kind)[] kinds) =>
        from kind in Gen.Frequency([.. kinds.Select(kind => (kind.Weight, Gen.Constant(kind.Kind)))])
        from number in Gen.Choose(0, mostNumber)
        select new LogCommand(kind, number);

    private static Arbitrary<LogCommand[]> Histories(Gen<LogCommand> commands, int size) =>
        Arb.From(commands.ArrayOf().Resize(size), Arb.Array(commands.ToArbitrary()).Shrinker);

    private static void Run(LogCommand[] commands)
    {
        using var history = new LogHistory();
        history.Run(commands);
    }
}
