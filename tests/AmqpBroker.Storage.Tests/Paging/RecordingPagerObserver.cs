using System.Collections.Concurrent;
using AmqpBroker.Storage.Paging;

namespace AmqpBroker.Storage.Tests.Paging;

internal sealed class RecordingPagerObserver : IPagerObserver
{
    /// <summary>What was told, in order.</summary>
    public ConcurrentQueue<string> Told { get; } = new();

    public void OnWriteFailed(Exception error) => Told.Enqueue("failed");

    public void OnWriteRecovered() => Told.Enqueue("recovered");

    public void OnLost(IPageable owner, int records, Exception error) => Told.Enqueue($"lost {records}");
}
