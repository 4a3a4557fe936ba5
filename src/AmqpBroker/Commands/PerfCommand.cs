using System.CommandLine;
using AmqpBroker.Perf;

namespace AmqpBroker.Commands;

/// <summary>The command <c>perf</c>: its options, its signals, its exit code.</summary>
internal static class PerfCommand
{
    public const string Name = "perf";

    public static Command Create()
    {
        var options = new PerfCommandOptions();
        var command = new Command(Name, "Put a broker under load and show rates and latencies.");
        foreach (var option in options.All)
        {
            command.Add(option);
        }

        command.SetAction((result, _) => RunAsync(options, result));
        return command;
    }

    private static async Task<int> RunAsync(PerfCommandOptions commandOptions, ParseResult result)
    {
        if (!commandOptions.TryRead(result, out var options, out var mistakes))
        {
            ErrorOutput.Write(mistakes);
            return ExitCode.Usage;
        }

        using var interrupt = new Interrupt();
        try
        {
            IPerfReport report = options.Format == PerfFormat.Json ? new JsonReport(Console.Out) : new TextReport(Console.Out);
            using var run = new PerfRun(options, report, ErrorOutput.Write);
            await run.RunAsync(interrupt.Token);
            return ExitCode.Success;
        }
        catch (PerfException exception)
        {
            ErrorOutput.Write(exception.Message);
            return ExitCode.Failure;
        }
    }
}
