using AmqpBroker.Storage.WriteAhead;
using Microsoft.Extensions.Logging;

namespace AmqpBroker.Core.Persistence;

/// <summary>Tells the operator what happens to the message journal.</summary>
internal sealed class StorageObserver(ILogger logger, string directory) : IWriteAheadLogObserver
{
    /// <inheritdoc/>
    public void OnFailed(Exception error) => logger.WritingFailed(directory, error.Message);

    /// <inheritdoc/>
    public void OnRecovered() => logger.WritingGoesOn(directory);

    /// <inheritdoc/>
    public void OnRotated(WalFileInfo file) => logger.FileFilled(directory, file.Number);
}
