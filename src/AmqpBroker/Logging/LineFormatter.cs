using System.Globalization;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;

namespace AmqpBroker.Logging;

/// <summary>Writes an entry as one line: time (UTC), level, category, text, and an exception with its stack in the same line.</summary>
internal sealed class LineFormatter(TimeProvider time, Terminal terminal) : ConsoleFormatter(FormatterName)
{
    public const string FormatterName = "amqpbroker-line";

    public override void Write<TState>(in LogEntry<TState> logEntry, IExternalScopeProvider? scopeProvider, TextWriter textWriter)
    {
        var text = logEntry.Formatter(logEntry.State, logEntry.Exception);
        textWriter.Write(terminal.Dim(time.GetUtcNow().ToString("yyyy-MM-dd HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture)));
        textWriter.Write(' ');
        textWriter.Write(Level(logEntry.LogLevel));
        textWriter.Write(' ');
        textWriter.Write(terminal.Dim(ShortName(logEntry.Category) + ":"));
        textWriter.Write(' ');
        SingleLine.Write(textWriter, text);
        if (logEntry.Exception is { } exception)
        {
            textWriter.Write(" | ");
            SingleLine.Write(textWriter, exception.ToString());
        }

        textWriter.WriteLine();
    }

    private string Level(LogLevel level) => level switch
    {
        LogLevel.Trace => terminal.Dim("trace"),
        LogLevel.Debug => terminal.Dim("debug"),
        LogLevel.Information => terminal.Green("info "),
        LogLevel.Warning => terminal.Yellow("warn "),
        LogLevel.Error => terminal.Red("error"),
        _ => terminal.Red("fatal"),
    };

    /// <summary>The type's own name says enough beside the text; its namespace would push the text off the screen.</summary>
    private static string ShortName(string category) => category[(category.LastIndexOf('.') + 1)..];
}
