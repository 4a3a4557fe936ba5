using AmqpBroker.Core.Metadata;
using AmqpBroker.Core.Queues;

namespace AmqpBroker.Core.VirtualHosts;

/// <summary>Takes queues out of a virtual host: claimed, ended under their own lock, made durable, and only then gone from the topology.</summary>
internal sealed class QueueDeletions(
    VirtualHost virtualHost, Lock gate, Topology topology, Claims claims, TopologyChanges changes, QueueChanges queues, IMetadataStore store)
{
    /// <summary>Deletes a queue if the conditions hold.</summary>
    /// <returns>What was done.</returns>
    public async ValueTask<QueueDeletion> DeleteAsync(Queue queue, QueueDeleteConditions conditions)
    {
        if (await ClaimAsync(queue) is not { } removal)
        {
            return new QueueDeletion(QueueDeleteOutcome.AlreadyGone, 0, []);
        }

        var (isGone, isDeleted) = (false, false);
        try
        {
            // First the queue refuses work, under its own lock, then it leaves the registry: never two locks at once.
            // One that is gone already was left in the registry by a deletion that could not be made durable.
            var deletion = queue.Delete(conditions);
            isDeleted = deletion.Outcome == QueueDeleteOutcome.Deleted;
            if (deletion.Outcome is QueueDeleteOutcome.Deleted or QueueDeleteOutcome.AlreadyGone)
            {
                if (queues.ToCommand(queue, removal) is { } command)
                {
                    await store.CommitAsync(command);
                }

                isGone = true;
            }

            return deletion;
        }
        finally
        {
            lock (gate)
            {
                if (isGone)
                {
                    topology.Remove(queue);
                }

                claims.Release(removal.Claim);
            }

            if (isDeleted)
            {
                virtualHost.Statistics.Churn.QueueDeleted();
                virtualHost.Statistics.CollectLast(queue, virtualHost.Totals);
            }
        }
    }

    /// <summary>Deletes a queue that has lost its last consumer, unless another has come meanwhile.</summary>
    public async ValueTask DeleteUnusedAsync(Queue queue) => await DeleteAsync(queue, QueueDeleteConditions.IfUnused);

    /// <summary>The same, for a queue that has been unused for too long: whoever finds that waits for nothing.</summary>
    public void DeleteOnceUnused(Queue queue) => _ = TryDeleteUnusedAsync(queue);

    private async Task TryDeleteUnusedAsync(Queue queue)
    {
        try
        {
            await DeleteUnusedAsync(queue);
        }
        catch (MetadataStoreException)
        {
            // The store has reported it; the queue is there again after a restart, and waits anew.
        }
    }

    private async ValueTask<Removal?> ClaimAsync(Queue queue)
    {
        while (true)
        {
            Task? obstacle;
            lock (gate)
            {
                if (changes.IsClosed)
                {
                    return null;
                }

                if (queues.TryClaimRemoval(queue, out var removal, out obstacle))
                {
                    return removal;
                }
            }

            await obstacle;
        }
    }
}
