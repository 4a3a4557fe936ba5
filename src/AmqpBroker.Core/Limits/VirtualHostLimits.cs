using AmqpBroker.Core.Metadata;
using AmqpBroker.Core.VirtualHosts;
using AmqpBroker.Protocol.Fields;

namespace AmqpBroker.Core.Limits;

/// <summary>How many connections and queues a virtual host may have, and how many connections it has.</summary>
/// <remarks>Any thread. A change is made durable, then holds for what comes: what is there stays.</remarks>
public sealed class VirtualHostLimits
{
    private readonly string _virtualHost;
    private readonly LimitBook _book;
    private readonly Claims _claims;
    private readonly TopologyChanges _changes;

    internal VirtualHostLimits(string virtualHost, LimitBook book, Claims claims, TopologyChanges changes)
    {
        _virtualHost = virtualHost;
        _book = book;
        _claims = claims;
        _changes = changes;
    }

    /// <summary>The connections there are.</summary>
    public Tally Connections { get; } = new();

    /// <summary>The limits that are set; a negative one is none.</summary>
    public FieldTable Values => _book.Limits.Values;

    /// <summary>Most connections; null for no limit.</summary>
    public int? MaxConnections => _book.Limits[LimitNames.MaxConnections];

    /// <summary>Most queues; null for no limit.</summary>
    public int? MaxQueues => _book.Limits[LimitNames.MaxQueues];

    /// <summary>Sets some limits; the others stay.</summary>
    public ValueTask<LimitOutcome> SetAsync(FieldTable limits) => ChangeAsync(limits, before => before.With(limits));

    /// <summary>Sets limits in the place of all others.</summary>
    public ValueTask<LimitOutcome> ReplaceAsync(FieldTable limits) => ChangeAsync(limits, _ => limits);

    /// <summary>Clears a limit; one that is not there is no error.</summary>
    public async ValueTask ClearAsync(string name) => await ChangeAsync(FieldTable.Empty, limits => limits.Without(name));

    private async ValueTask<LimitOutcome> ChangeAsync(FieldTable wanted, Func<LimitSet, FieldTable> change)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        var outcome = LimitSet.Validate(wanted, LimitNames.OfVirtualHosts, "limits");
        if (!outcome.IsSet)
        {
            return outcome;
        }

        var isDone = false;
        await _changes.ExecuteAsync(() =>
        {
            if (isDone)
            {
                return Decision.Done;
            }

            if (_claims.IsChanging(ClaimKey.Limits, out var obstacle))
            {
                return Decision.WaitFor(obstacle);
            }

            isDone = true;
            return Decision.Commit(new VirtualHostLimitsSet(_virtualHost, change(_book.Limits)), new Claim().AddAlone(ClaimKey.Limits));
        });
        return outcome;
    }
}
