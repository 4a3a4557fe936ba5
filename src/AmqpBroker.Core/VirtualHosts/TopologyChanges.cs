using AmqpBroker.Core.Metadata;

namespace AmqpBroker.Core.VirtualHosts;

/// <summary>Takes a change from the decision to its effect: claimed and decided under the lock, made durable outside it, applied under it.</summary>
internal sealed class TopologyChanges(Lock gate, Claims claims, TopologyApplier applier, IMetadataStore store)
{
    /// <summary>Brings about what is wanted.</summary>
    /// <param name="decide">
    /// Called under the lock, and again after each wait and after its command was applied, until it finds nothing left to do.
    /// Does what needs no durability on the spot.
    /// </param>
    public async ValueTask ExecuteAsync(Func<Decision> decide)
    {
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
            }
            else
            {
                return;
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

    private Decision DecideLocked(Func<Decision> decide)
    {
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
            return DecideLocked(decide);
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
