using System.Collections.Concurrent;
using AmqpBroker.Storage.WriteAhead;

namespace AmqpBroker.Storage.Tests.WriteAhead;

/// <summary>Keeps what a log told.</summary>
internal sealed class RecordingObserver : IWriteAheadLogObserver
{
    private int _recoveries;

    public ConcurrentQueue<Exception> Failures { get; } = [];

    public ConcurrentQueue<WalFileInfo> Rotated { get; } = [];

    public int Recoveries => Volatile.Read(ref _recoveries);

    public void OnFailed(Exception error) => Failures.Enqueue(error);

    public void OnRecovered() => Interlocked.Increment(ref _recoveries);

    public void OnRotated(WalFileInfo file) => Rotated.Enqueue(file);
}
