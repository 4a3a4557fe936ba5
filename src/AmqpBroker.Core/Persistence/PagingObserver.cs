using AmqpBroker.Storage.Paging;
using Microsoft.Extensions.Logging;

namespace AmqpBroker.Core.Persistence;

/// <summary>Tells the operator what happens to messages on their way to and from the disk for lack of memory.</summary>
internal sealed class PagingObserver(ILogger logger, string directory) : IPagerObserver
{
    /// <inheritdoc/>
    public void OnWriteFailed(Exception error) => logger.PagingFailed(directory, error.Message);

    /// <inheritdoc/>
    public void OnWriteRecovered() => logger.PagingGoesOn(directory);

    /// <inheritdoc/>
    public void OnLost(IPageable owner, int records, Exception error) => logger.PageLost(records, owner.ToString(), error.Message);
}
