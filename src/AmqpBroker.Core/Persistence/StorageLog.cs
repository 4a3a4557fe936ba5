using AmqpBroker.Core.Metadata;
using AmqpBroker.Storage.WriteAhead;
using Microsoft.Extensions.Logging;

namespace AmqpBroker.Core.Persistence;

/// <summary>What is logged of storage: events 1000 to 1099.</summary>
internal static partial class StorageLog
{
    [LoggerMessage(1000, LogLevel.Error, "Cannot write to {Directory}: {Reason}. Publishers wait, no persistent message is confirmed; trying again every second")]
    public static partial void WritingFailed(this ILogger logger, string directory, string reason);

    [LoggerMessage(1001, LogLevel.Warning, "Writing to {Directory} goes on; what waited is safe and confirmed")]
    public static partial void WritingGoesOn(this ILogger logger, string directory);

    [LoggerMessage(1002, LogLevel.Debug, "File {Number} of {Directory} is full")]
    public static partial void FileFilled(this ILogger logger, string directory, long number);

    [LoggerMessage(1003, LogLevel.Information, "Read {Records} records from {Files} files in {Directory}")]
    public static partial void JournalRead(this ILogger logger, long records, int files, string directory);

    [LoggerMessage(1004, LogLevel.Warning, "{Bytes} bytes at the end of {Directory} are no whole record and are passed over: a write that was cut off before it was confirmed, if the disk is sound")]
    public static partial void TornTail(this ILogger logger, string directory, long bytes);

    [LoggerMessage(1005, LogLevel.Error, "Damage in {Directory}: {Bytes} bytes at {Offset} of file {File} hold no valid record and are set aside as {Copy}; what follows them was recovered")]
    public static partial void Damage(this ILogger logger, string directory, long bytes, long offset, long file, string copy);

    [LoggerMessage(1006, LogLevel.Error, "Files {First} to {Last} are missing in {Directory}; messages in them are lost")]
    public static partial void Gap(this ILogger logger, long first, long last, string directory);

    [LoggerMessage(1007, LogLevel.Error, "{Damage}")]
    public static partial void MetadataDamage(this ILogger logger, string damage);

    [LoggerMessage(1008, LogLevel.Error, "The metadata in {Directory} has lost {Queues} queues of which there are messages; these cannot be delivered and will be deleted")]
    public static partial void QueuesLost(this ILogger logger, string directory, int queues);

    [LoggerMessage(1009, LogLevel.Warning, "{Reason}. The next start will read all messages before it serves anyone, unless this goes better until then")]
    public static partial void BoundNotRaised(this ILogger logger, string reason);

    /// <summary>Reports what recovery of the metadata found.</summary>
    public static void ReportRecovery(this ILogger logger, MetadataRecovery recovery, string directory)
    {
        if (recovery.Journal.TornTail is { } tail)
        {
            logger.TornTail(directory, tail.Length);
        }

        foreach (var damage in recovery.Damage)
        {
            logger.MetadataDamage(damage);
        }
    }

    [LoggerMessage(1010, LogLevel.Error, "Cannot page messages out to {Directory}: {Reason}. They stay in memory, beyond its limit; trying again")]
    public static partial void PagingFailed(this ILogger logger, string directory, string reason);

    [LoggerMessage(1011, LogLevel.Warning, "Paging messages out to {Directory} goes on")]
    public static partial void PagingGoesOn(this ILogger logger, string directory);

    [LoggerMessage(1012, LogLevel.Error, "{Messages} messages of {Queue} could not be read back from disk and are not delivered: {Reason}. Persistent ones come again after a restart")]
    public static partial void PageLost(this ILogger logger, int messages, string? queue, string reason);

    /// <summary>Reports what recovery of the log's files found.</summary>
    public static void ReportRecovery(this ILogger logger, string directory, WalRecoveryReport report)
    {
        if (report.Files.Count > 0)
        {
            logger.JournalRead(report.Records, report.Files.Count, directory);
        }

        if (report.TornTail is { } tail)
        {
            logger.TornTail(directory, tail.Length);
        }

        foreach (var damage in report.Damage)
        {
            logger.Damage(directory, damage.Length, damage.Offset, damage.FileNumber, damage.CopiedTo ?? "nothing: they cannot be copied");
        }

        foreach (var gap in report.Gaps)
        {
            logger.Gap(gap.FirstNumber, gap.LastNumber, directory);
        }
    }
}
