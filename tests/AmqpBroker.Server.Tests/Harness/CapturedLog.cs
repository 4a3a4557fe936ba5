using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace AmqpBroker.Server.Tests.Harness;

/// <summary>Keeps what is logged.</summary>
internal sealed class CapturedLog : ILogger
{
    private readonly ConcurrentQueue<(LogLevel Level, string Text)> _lines = new();

    /// <summary>Everything logged as an error: something in the broker that an operator would have to look at.</summary>
    public IReadOnlyList<string> Errors => [.. _lines.Where(line => line.Level >= LogLevel.Error).Select(line => line.Text)];

    public IReadOnlyList<string> Lines => [.. _lines.Select(line => line.Text)];

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        _lines.Enqueue((logLevel, exception is null ? formatter(state, null) : $"{formatter(state, exception)} {exception}"));
}
