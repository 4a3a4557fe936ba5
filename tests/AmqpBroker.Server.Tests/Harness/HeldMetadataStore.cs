using System.Threading.Channels;
using AmqpBroker.Core.Metadata;

namespace AmqpBroker.Server.Tests.Harness;

/// <summary>A store in which commands wait until the test makes them safe.</summary>
internal sealed class HeldMetadataStore : IMetadataStore
{
    private readonly Channel<TaskCompletionSource> _waiting = Channel.CreateUnbounded<TaskCompletionSource>();
    private long _lastQueueId;

    public IReadOnlyList<MetadataCommand> Load() => [];

    public long NextQueueId() => Interlocked.Increment(ref _lastQueueId);

    public ValueTask CommitAsync(MetadataCommand command)
    {
        var safe = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _waiting.Writer.TryWrite(safe);
        return new ValueTask(safe.Task);
    }

    /// <summary>Waits for a command, and keeps it from being safe until the result is used.</summary>
    public async Task<TaskCompletionSource> NextAsync()
    {
        using var deadline = new CancellationTokenSource(TestClient.Deadline);
        return await _waiting.Reader.ReadAsync(deadline.Token);
    }
}
