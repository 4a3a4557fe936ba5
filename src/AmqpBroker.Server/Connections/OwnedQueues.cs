using AmqpBroker.Core.Metadata;
using AmqpBroker.Core.Queues;

namespace AmqpBroker.Server.Connections;

/// <summary>The queues that go with a connection, and the deletions under way that no answer waits for.</summary>
/// <remarks>Confined to the input loop.</remarks>
internal sealed class OwnedQueues(AmqpConnection connection)
{
    private readonly HashSet<Queue> _exclusive = [];
    private readonly List<Task> _deletions = [];

    /// <summary>Notes a queue that goes with the connection.</summary>
    public void Add(Queue queue) => _exclusive.Add(queue);

    /// <summary>Forgets a queue that is gone.</summary>
    public void Forget(Queue queue) => _exclusive.Remove(queue);

    /// <summary>Deletes an auto-delete queue that lost its last consumer here.</summary>
    public ValueTask DeleteUnusedAsync(Queue queue)
    {
        // If it was exclusive, no other connection can have come to consume from it meanwhile.
        Forget(queue);
        return connection.VirtualHost.DeleteUnusedQueueAsync(queue);
    }

    /// <summary>The same, and nobody waits for it but the end of the connection.</summary>
    public void DeleteUnused(Queue queue) => Track(DeleteUnusedAsync(queue));

    /// <summary>Deletes those that go with the connection.</summary>
    public void DeleteAll()
    {
        foreach (var queue in _exclusive)
        {
            Track(DeleteAsync(queue));
        }

        _exclusive.Clear();
    }

    /// <summary>Ends when all deletions have ended.</summary>
    public Task WaitAsync() => Task.WhenAll(_deletions);

    /// <summary>As <see cref="WaitAsync"/>, for when there is nobody left to be told of a failure.</summary>
    public async Task EndAsync()
    {
        try
        {
            await WaitAsync();
        }
        catch (MetadataStoreException exception)
        {
            connection.Log.Failed(exception, connection.Name);
        }
    }

    private async ValueTask DeleteAsync(Queue queue) => (await connection.VirtualHost.DeleteQueueAsync(queue)).NotifyConsumers();

    private void Track(ValueTask deletion)
    {
        if (!deletion.IsCompletedSuccessfully)
        {
            _deletions.RemoveAll(static task => task.IsCompletedSuccessfully);
            _deletions.Add(deletion.AsTask());
        }
    }
}
