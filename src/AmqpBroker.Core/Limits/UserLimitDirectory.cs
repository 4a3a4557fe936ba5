using System.Collections.Concurrent;
using AmqpBroker.Core.Metadata;
using AmqpBroker.Core.Users;
using AmqpBroker.Protocol.Fields;

namespace AmqpBroker.Core.Limits;

/// <summary>The limits of all users: how they are listed, set and cleared. Any thread; changes are made durable one after the other.</summary>
public sealed class UserLimitDirectory
{
    private readonly AccessChanges _changes;
    private readonly ConcurrentDictionary<string, UserLimits> _users = new(StringComparer.Ordinal);

    internal UserLimitDirectory(AccessChanges changes) => _changes = changes;

    /// <summary>The limits of a user; one nobody has heard of has none.</summary>
    public UserLimits Of(string user) => _users.GetOrAdd(user, static _ => new UserLimits());

    /// <summary>The users with limits, and these.</summary>
    public IReadOnlyList<(string User, FieldTable Limits)> List() =>
        [.. _users.Where(static user => user.Value.Values.Count > 0).Select(static user => (user.Key, user.Value.Values))];

    /// <summary>Sets some limits of a user; the others stay.</summary>
    public async ValueTask<LimitOutcome> SetAsync(string user, FieldTable limits)
    {
        ArgumentNullException.ThrowIfNull(limits);
        var outcome = LimitSet.Validate(limits, LimitNames.OfUsers, "user-limits");
        if (outcome.IsSet)
        {
            await ChangeAsync(user, before => before.With(limits));
        }

        return outcome;
    }

    /// <summary>Clears a limit of a user; one that is not there is no error.</summary>
    public async ValueTask ClearAsync(string user, string name) => await ChangeAsync(user, before => before.Without(name));

    /// <summary>Clears all limits of a user.</summary>
    public async ValueTask ClearAsync(string user) => await ChangeAsync(user, static _ => FieldTable.Empty);

    /// <summary>Takes the limits of a user who is gone; the connections it still has count on.</summary>
    internal void Forget(string user)
    {
        if (_users.TryGetValue(user, out var limits))
        {
            limits.Limits = LimitSet.None;
        }
    }

    internal void Apply(UserLimitsSet set) => Of(set.User).Limits = new LimitSet(set.Limits);

    private async ValueTask ChangeAsync(string user, Func<LimitSet, FieldTable> change) =>
        await _changes.ExecuteAsync(() => new UserLimitsSet(user, change(Of(user).Limits)));
}
