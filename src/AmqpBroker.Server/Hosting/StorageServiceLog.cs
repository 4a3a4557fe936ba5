using Microsoft.Extensions.Logging;

namespace AmqpBroker.Server.Hosting;

/// <summary>What is logged of starting and keeping the data directory: events 2100 to 2199.</summary>
internal static partial class StorageServiceLog
{
    [LoggerMessage(2100, LogLevel.Information, "Recovered {Messages} messages in {Seconds:0.0} s")]
    public static partial void Recovered(this ILogger logger, long messages, double seconds);

    [LoggerMessage(2101, LogLevel.Error, "The metadata is damaged: {Command} belongs to nothing that is left, and is passed over")]
    public static partial void LostItsHome(this ILogger logger, string command);

    [LoggerMessage(2102, LogLevel.Warning, "Cannot give disk space back: {Reason}; trying again")]
    public static partial void CleaningFailed(this ILogger logger, string reason);

    [LoggerMessage(2103, LogLevel.Error, "The disk has not taken what was pending, nor in {Seconds} s more: stopping without. Everything confirmed is safe")]
    public static partial void DiskHangs(this ILogger logger, double seconds);

    [LoggerMessage(2104, LogLevel.Critical, "The messages cannot be recovered, the broker stops: {Reason}")]
    public static partial void RestoringFailed(this ILogger logger, string reason);
}
