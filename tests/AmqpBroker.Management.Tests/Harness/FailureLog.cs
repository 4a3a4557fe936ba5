using Microsoft.Extensions.Logging;

namespace AmqpBroker.Management.Tests.Harness;

/// <summary>Shows errors of the broker in the output of the test they happen in.</summary>
internal sealed class FailureLog : ILoggerProvider, ILogger
{
    public static FailureLog Instance { get; } = new();

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel))
        {
            TestContext.Progress.WriteLine($"{formatter(state, exception)} {exception}");
        }
    }

    public void Dispose()
    {
        // Nothing is held.
    }
}
