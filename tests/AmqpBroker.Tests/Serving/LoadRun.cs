using System.Globalization;
using NUnit.Framework;

namespace AmqpBroker.Tests.Serving;

/// <summary>Fills a broker by the load tool.</summary>
internal static class LoadRun
{
    /// <summary>Publishes persistent messages to the durable queue <c>perf.0</c>; returns when they are confirmed.</summary>
    public static async Task PublishAsync(string workingDirectory, int port, int messages)
    {
        using var perf = new BrokerProcess(
            workingDirectory,
            "perf",
            $"--uri=amqp://guest:guest@127.0.0.1:{port}/",
            string.Create(CultureInfo.InvariantCulture, $"--count={messages}"),
            "--durable",
            "--persistent",
            "--confirm=10",
            "--consumers=0");
        var end = await perf.WaitAsync();
        Assert.That(end.ExitCode, Is.Zero, end.Errors);
    }
}
