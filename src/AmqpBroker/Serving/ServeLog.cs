using Microsoft.Extensions.Logging;

namespace AmqpBroker.Serving;

/// <summary>What the executable itself logs; event ids 9000 to 9999.</summary>
internal static partial class ServeLog
{
    [LoggerMessage(9001, LogLevel.Information, "AmqpBroker {Version} is ready: pid {ProcessId}, amqp {Amqp}, amqps {Amqps}, http {Http}, data {DataDirectory}")]
    public static partial void ReadyWithoutBanner(this ILogger logger, string version, int processId, string amqp, string amqps, string http, string dataDirectory);

    [LoggerMessage(9006, LogLevel.Information, "Ready")]
    public static partial void Ready(this ILogger logger);

    [LoggerMessage(9002, LogLevel.Information, "Stopping")]
    public static partial void Stopping(this ILogger logger);

    [LoggerMessage(9003, LogLevel.Information, "Stopped")]
    public static partial void Stopped(this ILogger logger);

    [LoggerMessage(9004, LogLevel.Warning, "Stopped without waiting any longer for what was still open")]
    public static partial void StoppedLate(this ILogger logger);

    [LoggerMessage(9007, LogLevel.Warning, "{Place}: {Key} is ignored: {Reason}")]
    public static partial void IgnoredRabbitMqKey(this ILogger logger, string place, string key, string reason);
}
