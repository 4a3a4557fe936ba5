using System.Diagnostics.CodeAnalysis;
using AmqpBroker.Core.Limits;
using AmqpBroker.Core.Metadata;
using AmqpBroker.Core.Queues;
using AmqpBroker.Protocol.Errors;

namespace AmqpBroker.Core.VirtualHosts;

/// <summary>Judges what clients want done to queues. Guarded by the virtual host.</summary>
internal sealed class QueueChanges(string virtualHost, Topology topology, Claims claims, Lookup lookup, IMetadataStore store, IQueueFactory queues, QueueSite site, VirtualHostLimits limits)
{
    /// <param name="declaration">What is declared.</param>
    /// <param name="user">The connection that asks.</param>
    /// <param name="queue">The queue, once there is nothing left to do.</param>
    /// <param name="isMade">Turns true when this makes it.</param>
    public Decision Declare(QueueDeclaration declaration, object user, out Queue? queue, ref bool isMade)
    {
        queue = null;
        var key = ClaimKey.Queue(declaration.Name);
        if (claims.IsChanging(key, out var change))
        {
            return Decision.WaitFor(change);
        }

        if (lookup.FindQueue(declaration.Name, user) is { } existing)
        {
            QueueEquivalence.Assert(virtualHost, declaration, existing.Declaration);
            queue = existing;
            return Decision.Done;
        }

        EnforceLimit(declaration.Name);
        QueueArguments.Validate(declaration.Name, virtualHost, declaration.Arguments);
        QueueTypes.Validate(virtualHost, declaration);
        isMade = true;
        if (declaration is { IsDurable: true, IsExclusive: false })
        {
            var stored = declaration with { Id = store.NextQueueId() };
            return Decision.Commit(new QueueDeclared(virtualHost, stored), new Claim().AddAlone(key));
        }

        queue = queues.Create(site, declaration with { Id = 0 });
        topology.Add(queue);
        return Decision.Done;
    }

    private void EnforceLimit(string name)
    {
        // Queues on their way into the store count: they cannot be refused any more.
        if (limits.MaxQueues is { } limit
            && topology.Queues.Count + claims.Alone.Count(key => key.QueueName is { } coming && topology.FindQueue(coming) is null) >= limit)
        {
            throw QueueErrors.VhostLimitReached(name, virtualHost, limit);
        }
    }

    /// <summary>Prepares a deletion: claims all that goes with the queue.</summary>
    /// <param name="queue">The queue.</param>
    /// <param name="removal">What goes; null when the queue is gone already.</param>
    /// <param name="obstacle">What must be waited for before trying again, when this is not possible now.</param>
    public bool TryClaimRemoval(Queue queue, out Removal? removal, [NotNullWhen(false)] out Task? obstacle)
    {
        removal = null;
        obstacle = null;

        // By identity: a queue of the same name may have been declared since this one was deleted.
        if (!ReferenceEquals(topology.FindQueue(queue.Name), queue))
        {
            return true;
        }

        var wanted = Removal.Of(topology, queue);
        if (claims.IsObstructed(wanted.Claim, out obstacle))
        {
            return false;
        }

        claims.Take(wanted.Claim);
        removal = wanted;
        return true;
    }

    /// <summary>What must be durable before the queue may go; null when nothing durable goes.</summary>
    public MetadataCommand? ToCommand(Queue queue, Removal removal) => queue.Id != 0
        ? new QueueDeleted(virtualHost, queue.Name, queue.Id) { AutoDeleted = removal.AutoDeleted }
        : removal.ForDurableOnly(virtualHost);
}
