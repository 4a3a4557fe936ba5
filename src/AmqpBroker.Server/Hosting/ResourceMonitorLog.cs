using Microsoft.Extensions.Logging;

namespace AmqpBroker.Server.Hosting;

/// <summary>What is logged of resource alarms: events 2200 to 2299.</summary>
internal static partial class ResourceMonitorLog
{
    [LoggerMessage(2200, LogLevel.Warning, "Low on memory: the process takes {Used}, publishers wait from {Limit} on. Have queues consumed or purged, or raise Storage:MemoryHighWatermark")]
    public static partial void LowOnMemory(this ILogger logger, string used, string limit);

    [LoggerMessage(2201, LogLevel.Warning, "No longer low on memory: the process takes {Used} of {Limit}")]
    public static partial void MemoryAlarmEnds(this ILogger logger, string used, string limit);

    [LoggerMessage(2202, LogLevel.Warning, "Low on disk: {Free} are free for {Directory}, publishers wait below {Limit}. Free or add disk space, or lower Storage:DiskFreeLimit")]
    public static partial void LowOnDisk(this ILogger logger, string free, string directory, string limit);

    [LoggerMessage(2203, LogLevel.Warning, "No longer low on disk: {Free} are free for {Directory}, {Limit} must be")]
    public static partial void DiskAlarmEnds(this ILogger logger, string free, string directory, string limit);

    [LoggerMessage(2204, LogLevel.Warning, "Cannot read {Figure}: {Reason}. No alarm is raised or cleared by it until it can be read")]
    public static partial void FigureUnreadable(this ILogger logger, string figure, string reason);
}
