using Microsoft.Extensions.Logging;

namespace AmqpBroker.Core.DeadLetters;

/// <summary>What is logged of dead letters: events 1100 to 1199.</summary>
internal static partial class DeadLetterLog
{
    [LoggerMessage(1100, LogLevel.Warning, "Messages that died in queue '{Queue}' in vhost '{VirtualHost}' ({Reason}) are dropped: queue '{Target}' is where they died before, and nobody rejected them since. Break the circle of dead-letter exchanges to keep them")]
    public static partial void Cycle(this ILogger logger, string queue, string virtualHost, string reason, string target);

    [LoggerMessage(1101, LogLevel.Warning, "Messages that died in queue '{Queue}' in vhost '{VirtualHost}' wait there: queue '{Target}' is full and refuses them. Make room in it, or raise its limit")]
    public static partial void TargetFull(this ILogger logger, string queue, string virtualHost, string target);
}
