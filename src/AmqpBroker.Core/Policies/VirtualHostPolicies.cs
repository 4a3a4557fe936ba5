using AmqpBroker.Core.Metadata;
using AmqpBroker.Core.VirtualHosts;

namespace AmqpBroker.Core.Policies;

/// <summary>The policies of a virtual host: how they are listed, set and cleared. What holds for an object is with the object.</summary>
/// <remarks>
/// Any thread. A change is made durable, then published; then every queue and exchange is gone through outside the virtual host's
/// lock, and where another policy holds now it is told so under its own. Whatever is declared meanwhile finds the new policies itself.
/// </remarks>
public sealed class VirtualHostPolicies
{
    private readonly string _virtualHost;
    private readonly PolicyBook _book;
    private readonly Claims _claims;
    private readonly TopologyChanges _changes;
    private readonly PolicyRollout _rollout;
    private readonly TimeProvider _time;

    internal VirtualHostPolicies(string virtualHost, PolicyBook book, Claims claims, TopologyChanges changes, PolicyRollout rollout, TimeProvider time)
    {
        _virtualHost = virtualHost;
        _book = book;
        _claims = claims;
        _changes = changes;
        _rollout = rollout;
        _time = time;
    }

    /// <summary>The policies of a kind, in the order in which they are tried.</summary>
    public IReadOnlyList<Policy> List(PolicyKind kind) => [.. _book.Rules.List(kind)];

    /// <summary>Finds a policy; null when there is none of that name.</summary>
    public Policy? Get(PolicyKind kind, string name) => _book.Rules.Get(kind, name);

    /// <summary>Sets a policy, in the place of one of its name. It holds for everything that matches when this has completed.</summary>
    public async ValueTask<PolicyOutcome> SetAsync(PolicyKind kind, string name, PolicyRequest request)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(request);
        if (!PolicyValidator.TryMake(kind, name, request, out var policy, out var flaws))
        {
            return PolicyOutcome.Refused(flaws);
        }

        Policy? before = null;
        var isDone = false;
        await _changes.ExecuteAsync(() =>
        {
            if (isDone)
            {
                return Decision.Done;
            }

            var key = ClaimKey.Policy(kind, name);
            if (_claims.IsChanging(key, out var change))
            {
                return Decision.WaitFor(change);
            }

            before = Get(kind, name);
            policy = policy with { TtlSince = SinceWhen(policy, before) };
            isDone = true;
            return Decision.Commit(new PolicySet(_virtualHost, kind, policy), new Claim().AddAlone(key));
        });
        _rollout.Run();
        return new PolicyOutcome(policy, before is null, []);
    }

    /// <summary>Clears a policy.</summary>
    /// <returns>False when there was none of that name.</returns>
    public async ValueTask<bool> ClearAsync(PolicyKind kind, string name)
    {
        var isFound = false;
        await _changes.ExecuteAsync(() =>
        {
            if (isFound)
            {
                return Decision.Done;
            }

            var key = ClaimKey.Policy(kind, name);
            if (_claims.IsChanging(key, out var change))
            {
                return Decision.WaitFor(change);
            }

            if (Get(kind, name) is null)
            {
                return Decision.Done;
            }

            isFound = true;
            return Decision.Commit(new PolicyCleared(_virtualHost, kind, name), new Claim().AddAlone(key));
        });
        if (isFound)
        {
            _rollout.Run();
        }

        return isFound;
    }

    private long SinceWhen(Policy policy, Policy? before)
    {
        if (before is not null
            && before.Definition.TryGet(PolicyKeys.MessageTtl, out var old)
            && policy.Definition.TryGet(PolicyKeys.MessageTtl, out var wanted)
            && old.EqualsByValue(wanted))
        {
            return before.TtlSince;
        }

        return _time.GetUtcNow().ToUnixTimeMilliseconds();
    }
}
