using AmqpBroker.Core.Alarms;
using AmqpBroker.Storage.WriteAhead;
using Microsoft.Extensions.Logging;

namespace AmqpBroker.Core.Persistence;

/// <summary>Tells the operator what happens to a journal, and publishers that it cannot be written.</summary>
/// <param name="logger">The operator.</param>
/// <param name="directory">The journal's directory.</param>
/// <param name="alarms">The publishers' alarms; null for a journal that takes none of their messages.</param>
internal sealed class StorageObserver(ILogger logger, string directory, ResourceAlarms? alarms = null) : IWriteAheadLogObserver
{
    /// <inheritdoc/>
    public void OnFailed(Exception error)
    {
        logger.WritingFailed(directory, error.Message.TrimEnd('.'));
        alarms?.Set(AlarmCauses.DiskFailure, stands: true);
    }

    /// <inheritdoc/>
    public void OnRecovered()
    {
        logger.WritingGoesOn(directory);
        alarms?.Set(AlarmCauses.DiskFailure, stands: false);
    }

    /// <inheritdoc/>
    public void OnRotated(WalFileInfo file) => logger.FileFilled(directory, file.Number);
}
