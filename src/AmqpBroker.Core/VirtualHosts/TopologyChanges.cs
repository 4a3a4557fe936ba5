using AmqpBroker.Core.Metadata;
using AmqpBroker.Protocol.Errors;

namespace AmqpBroker.Core.VirtualHosts;

/// <summary>Takes a change from the decision to its effect: claimed and decided under the lock, made durable outside it, applied under it.</summary>
internal sealed class TopologyChanges(string virtualHost, Lock gate, Claims claims, TopologyApplier applier, IMetadataStore store)
{
    /// <summary>Whether the virtual host is being deleted, or is gone. Guarded by the virtual host.</summary>
    public bool IsClosed { get; private set; }

    /// <summary>Refuses whatever is wanted from now on, and ends when nothing is under way any more.</summary>
    public async ValueTask CloseAsync()
    {
        while (true)
        {
            Task? underWay;
            lock (gate)
            {
                IsClosed = true;
                if (!claims.IsAnyHeld(out underWay))
                {
                    return;
                }
            }

            await underWay;
        }
    }

    /// <summary>Brings about what is wanted.</summary>
    /// <param name="decide">
    /// Called under the lock, and again after each wait and after its command was applied, until it finds nothing left to do.
    /// Does what needs no durability on the spot.
    /// </param>
    /// <returns>Whether something durable has changed.</returns>
    public async ValueTask<bool> ExecuteAsync(Func<Decision> decide)
    {
        var isDurable = false;
        var decision = Decide(decide);
        while (true)
        {
            if (decision.Obstacle is { } obstacle)
            {
                await obstacle;
                decision = Decide(decide);
            }
            else if (decision is { Command: { } command, Claim: { } claim })
            {
                decision = await CommitAsync(command, claim, decide);
                isDurable = true;
            }
            else
            {
                return isDurable;
            }
        }
    }

    private Decision Decide(Func<Decision> decide)
    {
        lock (gate)
        {
            return DecideLocked(decide);
        }
    }

    private Decision DecideLocked(Func<Decision> decide, bool isUnderWay = false)
    {
        if (IsClosed && !isUnderWay)
        {
            throw ConnectionErrors.VhostDeleted(virtualHost);
        }

        var decision = decide();
        if (decision.Claim is { } claim)
        {
            claims.Take(claim);
        }

        return decision;
    }

    private async ValueTask<Decision> CommitAsync(MetadataCommand command, Claim claim, Func<Decision> decide)
    {
        try
        {
            await store.CommitAsync(command);
        }
        catch
        {
            Release(claim);
            throw;
        }

        lock (gate)
        {
            try
            {
                applier.Apply(command);
            }
            finally
            {
                claims.Release(claim);
            }

            // In one go: nobody can come between the change and the look at what it led to.
            return DecideLocked(decide, isUnderWay: true);
        }
    }

    private void Release(Claim claim)
    {
        lock (gate)
        {
            claims.Release(claim);
        }
    }
}
