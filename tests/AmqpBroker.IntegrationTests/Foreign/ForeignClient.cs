using AmqpBroker.TestKit.Processes;

namespace AmqpBroker.IntegrationTests.Foreign;

/// <summary>Runs a client that nobody here wrote, as a process of its own.</summary>
internal static class ForeignClient
{
    /// <summary>Runs a program to its end.</summary>
    /// <returns>Its exit code, and what it wrote to its output and error streams.</returns>
    public static async Task<(int ExitCode, string Output)> RunAsync(
        string program, IEnumerable<string> arguments, CancellationToken cancellationToken, string input = "")
    {
        await using var process = ChildProcess.Start(program, arguments);
        await process.WriteInputAsync(input, cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        return (process.ExitCode, process.Output.ToString().Trim());
    }
}
