using System.ComponentModel;
using System.Diagnostics;
using AmqpBroker.ConformanceTests.Target;
using NUnit.Framework;

namespace AmqpBroker.ConformanceTests.Clients;

/// <summary>Ten scenarios, played by a client library of another language in a process of its own, and judged by its output.</summary>
public abstract class ScenarioRules
{
    /// <summary>A script ends with this code when its library is not installed.</summary>
    private const int LibraryMissing = 77;

    // Whoever installed the libraries says which: then a missing one is no reason to pass the scenarios over.
    private static readonly string[] RequiredLanguages =
        (Environment.GetEnvironmentVariable("AMQP_CONFORMANCE_CLIENTS") ?? string.Empty).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static readonly TestCaseData[] Scenarios =
    [
        Scenario("publish-and-consume", [.. Enumerable.Range(0, 10).Select(number => $"message {number}"), "left: 0"]),
        Scenario("missing-exchange", "404 NOT_FOUND - no exchange 'missing' in vhost '{vhost}'"),
        Scenario("unroutable", "312 NO_ROUTE back"),
        Scenario("rpc", "42 pong for ping"),
        Scenario("fanout", "news", "news"),
        Scenario("topic", "disk.error", "left: 0"),
        Scenario("properties", "text/plain 2 3 c r 60000 m 1700000000 t a", "x 7 true 1,2 v"),
        Scenario("redelivery", "again false", "again true"),
        Scenario("prefetch", "1", "ready: 1", "2"),
        Scenario("large-message", "1048576 true"),
    ];

    /// <summary>The program that runs the script.</summary>
    protected abstract string Interpreter { get; }

    /// <summary>The script, below the folder of the clients; it takes the URI and the scenario.</summary>
    protected abstract string Script { get; }

    [TestCaseSource(nameof(Scenarios))]
    public async Task Plays(string scenario, string[] expected)
    {
        ArgumentNullException.ThrowIfNull(expected);
        var (exitCode, output, errors) = await RunAsync(scenario);

        if (exitCode == LibraryMissing)
        {
            throw Missing($"The library that {Script} needs is not installed. {errors}");
        }

        var lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        Assert.That(exitCode, Is.Zero, errors);
        Assert.That(lines, Is.EqualTo(expected.Select(line => line.Replace("{vhost}", Broker.Uri.VirtualHost, StringComparison.Ordinal))), errors);
    }

    private static TestCaseData Scenario(string name, params string[] expected) =>
        new TestCaseData(name, expected).SetName($"Plays_{name.Replace('-', '_')}");

    private async Task<(int ExitCode, string Output, string Errors)> RunAsync(string scenario)
    {
        using var process = Start(scenario);
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(patience.Token);
            var errors = process.StandardError.ReadToEndAsync(patience.Token);
            await process.WaitForExitAsync(patience.Token);
            return (process.ExitCode, await output, await errors);
        }
        catch (OperationCanceledException waited)
        {
            process.Kill();
            throw new AssertionException($"{Script} did not end within {Patience.TotalSeconds} s.", waited);
        }
    }

    private Process Start(string scenario)
    {
        var script = Repository.Find($"conformance/Clients/{Script}") ?? throw new InvalidOperationException($"{Script} is missing.");
        var (host, vhost) = ($"{Broker.Uri.Host}:{Broker.Uri.Port}", Uri.EscapeDataString(Broker.Uri.VirtualHost));
        var start = new ProcessStartInfo(Interpreter)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            ArgumentList = { script, $"amqp://{Broker.Uri.User}:{Broker.Uri.Password}@{host}/{vhost}", scenario },
        };
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception missing)
        {
            throw Missing($"{Interpreter} is not installed: {missing.Message}");
        }
    }

    private Exception Missing(string what) =>
        RequiredLanguages.Contains(Script.Split('/')[0], StringComparer.Ordinal) ? new AssertionException(what) : new IgnoreException(what);
}
