using Microsoft.Extensions.Logging;

namespace AmqpBroker.Core.Metadata;

internal static partial class MetadataLog
{
    [LoggerMessage(1100, LogLevel.Error, "The metadata in {Directory} could not be summed up in a snapshot; the journal grows until that succeeds")]
    public static partial void SnapshotFailed(this ILogger logger, Exception exception, string directory);

    [LoggerMessage(1101, LogLevel.Debug, "Wrote a metadata snapshot of {Commands} commands, {Bytes} bytes")]
    public static partial void SnapshotWritten(this ILogger logger, int commands, long bytes);
}
