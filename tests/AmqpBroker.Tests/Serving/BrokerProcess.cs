using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace AmqpBroker.Tests.Serving;

/// <summary>One run of the executable in a directory of its own.</summary>
internal sealed partial class BrokerProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [GeneratedRegex(@"amqp\s+127\.0\.0\.1:(?<port>\d+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PortPattern { get; }

    [GeneratedRegex(@"http\s+127\.0\.0\.1:(?<port>\d+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex HttpPortPattern { get; }

    private readonly Process _process;
    private readonly Task<string> _errors;

    public BrokerProcess(string workingDirectory, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = workingDirectory,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        // Many run at once; arguments win over the environment.
        start.Environment["AMQPBROKER_Management__Port"] = "0";
        start.Environment["AMQPBROKER_Management__Address"] = "127.0.0.1";
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "amqpbroker.dll"));
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        _process = Process.Start(start) ?? throw new InvalidOperationException("the executable did not start");
        _errors = _process.StandardError.ReadToEndAsync();
    }

    public int Id => _process.Id;

    /// <summary>The port of plain AMQP that a banner names.</summary>
    public static int PortOf(string banner) =>
        int.Parse(PortPattern.Match(banner).Groups["port"].ValueSpan, CultureInfo.InvariantCulture);

    /// <summary>The port of the management API that a banner names.</summary>
    public static int HttpPortOf(string banner) =>
        int.Parse(HttpPortPattern.Match(banner).Groups["port"].ValueSpan, CultureInfo.InvariantCulture);

    public void Dispose()
    {
        _process.Kill(entireProcessTree: true);
        _process.Dispose();
    }

    /// <summary>The output up to and with the first line that contains the text.</summary>
    public async Task<string> ReadUntilAsync(string text)
    {
        using var deadline = new CancellationTokenSource(Patience);
        var output = new StringWriter();
        while (await _process.StandardOutput.ReadLineAsync(deadline.Token) is { } line)
        {
            await output.WriteLineAsync(line);
            if (line.Contains(text, StringComparison.Ordinal))
            {
                return output.ToString();
            }
        }

        throw new InvalidOperationException($"'{text}' did not come; instead: {output}{await _errors}");
    }

    /// <param name="signal">Its name without SIG.</param>
    public async Task SignalAsync(string signal)
    {
        using var kill = Process.Start("kill", ["-" + signal, _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
    }

    public async Task<ProcessEnd> WaitAsync()
    {
        using var deadline = new CancellationTokenSource(Patience);
        var output = await _process.StandardOutput.ReadToEndAsync(deadline.Token);
        await _process.WaitForExitAsync(deadline.Token);
        return new(_process.ExitCode, output, await _errors);
    }
}
