using System.Diagnostics.CodeAnalysis;

namespace AmqpBroker.Core.VirtualHosts;

/// <summary>The claims of the changes that have been decided and wait to be made durable. Guarded by the virtual host.</summary>
/// <remarks>
/// Whoever finds something claimed waits, holding nothing, and then decides anew: so no two can wait for each other, what a
/// change was decided on still holds when it is applied, and the order in which changes become durable does not matter.
/// </remarks>
internal sealed class Claims
{
    private readonly Dictionary<ClaimKey, Holding> _holdings = [];

    /// <summary>Whether a claim cannot be taken now.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="obstacle">Ends when there is reason to look again.</param>
    public bool IsObstructed(Claim claim, [NotNullWhen(true)] out Task? obstacle)
    {
        foreach (var key in claim.Alone)
        {
            if (_holdings.TryGetValue(key, out var holding))
            {
                obstacle = holding.Released;
                return true;
            }
        }

        foreach (var key in claim.Shared)
        {
            if (IsChanging(key, out obstacle))
            {
                return true;
            }
        }

        obstacle = null;
        return false;
    }

    /// <summary>Whether a change has something to itself.</summary>
    /// <param name="key">The thing.</param>
    /// <param name="change">Ends with the change.</param>
    public bool IsChanging(ClaimKey key, [NotNullWhen(true)] out Task? change)
    {
        change = _holdings.TryGetValue(key, out var holding) && holding.IsAlone ? holding.Released : null;
        return change is not null;
    }

    /// <summary>The things that a change has to itself.</summary>
    public IEnumerable<ClaimKey> Alone => _holdings.Where(static holding => holding.Value.IsAlone).Select(static holding => holding.Key);

    /// <summary>Whether anything is claimed.</summary>
    /// <param name="released">Ends when there is reason to look again.</param>
    public bool IsAnyHeld([NotNullWhen(true)] out Task? released)
    {
        released = _holdings.Values.FirstOrDefault()?.Released;
        return released is not null;
    }

    /// <summary>Takes a claim that has no obstacle.</summary>
    public void Take(Claim claim)
    {
        foreach (var key in claim.Alone)
        {
            _holdings.Add(key, new Holding { Holders = 1, IsAlone = true });
        }

        foreach (var key in claim.Shared)
        {
            if (!_holdings.TryGetValue(key, out var holding))
            {
                _holdings.Add(key, holding = new Holding());
            }

            holding.Holders++;
        }
    }

    /// <summary>Gives a claim back, and has those who wait look again.</summary>
    public void Release(Claim claim)
    {
        foreach (var key in claim.Alone)
        {
            Release(key);
        }

        foreach (var key in claim.Shared)
        {
            Release(key);
        }
    }

    private void Release(ClaimKey key)
    {
        var holding = _holdings[key];
        if (--holding.Holders == 0)
        {
            _holdings.Remove(key);
            holding.SetReleased();
        }
    }

    private sealed class Holding
    {
        private TaskCompletionSource? _released;

        public int Holders { get; set; }

        public bool IsAlone { get; init; }

        /// <summary>Ends when nobody holds it any more.</summary>
        public Task Released =>
            (_released ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

        public void SetReleased() => _released?.SetResult();
    }
}
