using System.Collections.Immutable;
using System.Text;
using AmqpBroker.Core.Metadata;

namespace AmqpBroker.Core.Users;

/// <summary>Who there is: how users are listed, made, changed and deleted.</summary>
/// <remarks>Any thread. Published: a snapshot of all, replaced once a change is durable.</remarks>
public sealed class UserDirectory
{
    private readonly AccessChanges _changes;
    private readonly AccessSettings _settings;
    private volatile ImmutableDictionary<string, Account> _accounts = ImmutableDictionary.Create<string, Account>(StringComparer.Ordinal);

    internal UserDirectory(AccessChanges changes, AccessSettings settings)
    {
        _changes = changes;
        _settings = settings;
    }

    /// <summary>How new passwords are hashed.</summary>
    public PasswordHashing Hashing => _settings.Hashing;

    /// <summary>All users, by name.</summary>
    public IReadOnlyList<User> List() => [.. _accounts.Values.Select(static account => account.User).OrderBy(static user => user.Name, StringComparer.Ordinal)];

    /// <summary>Finds a user; null when there is none of that name.</summary>
    public User? Find(string name) => FindAccount(name)?.User;

    /// <summary>Hashes a password as new ones are.</summary>
    public PasswordHash Hash(string password) => PasswordAlgorithms.Hash(Encoding.UTF8.GetBytes(password), Hashing);

    /// <summary>Makes a user, or changes one; what it had is replaced, but for permissions and limits.</summary>
    /// <returns>Whether it is new.</returns>
    public async ValueTask<bool> PutAsync(User user)
    {
        ArgumentNullException.ThrowIfNull(user);
        var isNew = false;
        await _changes.ExecuteAsync(() =>
        {
            isNew = Find(user.Name) is null;
            return new UserSet(user);
        });
        return isNew;
    }

    /// <summary>Deletes a user with its permissions and limits; its connections are closed.</summary>
    /// <returns>False when there is none of that name.</returns>
    public ValueTask<bool> DeleteAsync(string name) => _changes.ExecuteAsync(() => Find(name) is null ? null : new UserDeleted(name));

    /// <summary>What ends with a user; not cancelled yet, unless it is gone.</summary>
    public CancellationToken DeletionOf(string name) => FindAccount(name)?.Deleted ?? new CancellationToken(canceled: true);

    internal Account? FindAccount(string name) => _accounts.GetValueOrDefault(name);

    internal void Apply(UserSet set)
    {
        if (FindAccount(set.User.Name) is { } account)
        {
            account.User = set.User;
        }
        else
        {
            _accounts = _accounts.Add(set.User.Name, new Account(set.User));
        }
    }

    internal void Apply(UserDeleted deleted)
    {
        if (FindAccount(deleted.User) is { } account)
        {
            _accounts = _accounts.Remove(deleted.User);
            account.Delete();
        }
    }

    internal void Clear() => _accounts = _accounts.Clear();
}
