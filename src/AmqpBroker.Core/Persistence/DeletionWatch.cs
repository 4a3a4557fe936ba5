using System.Collections.Concurrent;
using System.Collections.Immutable;
using AmqpBroker.Core.Metadata;

namespace AmqpBroker.Core.Persistence;

/// <summary>A metadata store that notes which queues are deleted for good: until then a crash brings them back, and they need their messages.</summary>
internal sealed class DeletionWatch(IMetadataStore store) : IMetadataStore
{
    private readonly ConcurrentQueue<long> _deleted = new();

    public IReadOnlyList<MetadataCommand> Load() => store.Load();

    public long NextQueueId() => store.NextQueueId();

    public ValueTask CommitAsync(MetadataCommand command)
    {
        var committing = store.CommitAsync(command);
        return command switch
        {
            QueueDeleted deleted => NoteAsync(committing, [deleted.Id]),
            VirtualHostDeleted deleted => NoteAsync(committing, deleted.QueueIds),
            _ => committing,
        };
    }

    /// <summary>Takes the id of a queue whose deletion is safe.</summary>
    public bool TryTake(out long queueId) => _deleted.TryDequeue(out queueId);

    private async ValueTask NoteAsync(ValueTask committing, ImmutableArray<long> queueIds)
    {
        await committing;
        foreach (var id in queueIds)
        {
            _deleted.Enqueue(id);
        }
    }
}
