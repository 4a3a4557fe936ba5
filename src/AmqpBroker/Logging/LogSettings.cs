using Microsoft.Extensions.Logging;

namespace AmqpBroker.Logging;

/// <summary>What is logged and how; configuration section <c>Logging</c>.</summary>
internal sealed class LogSettings
{
    public LogFormat Format { get; set; } = LogFormat.Text;

    /// <summary>The least level by category prefix; <c>Default</c> is for all others.</summary>
    public Dictionary<string, LogLevel> Levels { get; } = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Default"] = LogLevel.Information,
        ["Microsoft"] = LogLevel.Warning,
        // The host reports a failed start with a stack trace; the operator gets one line on the error output.
        ["Microsoft.Extensions.Hosting"] = LogLevel.Critical,
    };
}
