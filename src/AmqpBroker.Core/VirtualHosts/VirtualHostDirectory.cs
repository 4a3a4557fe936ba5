using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using AmqpBroker.Core.Metadata;
using AmqpBroker.Core.Users;

namespace AmqpBroker.Core.VirtualHosts;

/// <summary>The virtual hosts there are: how they are listed, made, changed and deleted.</summary>
/// <remarks>Any thread. Published: a snapshot of all, replaced once a change is durable.</remarks>
public sealed class VirtualHostDirectory
{
    private readonly AccessChanges _changes;
    private readonly Func<string, VirtualHost> _make;
    private volatile ImmutableDictionary<string, VirtualHost> _virtualHosts = ImmutableDictionary.Create<string, VirtualHost>(StringComparer.Ordinal);

    internal VirtualHostDirectory(AccessChanges changes, Func<string, VirtualHost> make)
    {
        _changes = changes;
        _make = make;
    }

    /// <summary>All virtual hosts, by name.</summary>
    public IReadOnlyList<VirtualHost> List() => [.. _virtualHosts.Values.OrderBy(static host => host.Name, StringComparer.Ordinal)];

    /// <summary>Finds a virtual host by its name.</summary>
    public bool TryGet(string name, [NotNullWhen(true)] out VirtualHost? virtualHost) => _virtualHosts.TryGetValue(name, out virtualHost);

    /// <summary>Makes a virtual host, or changes what is said of it.</summary>
    /// <param name="name">Its name, of 1 to 255 octets of UTF-8: longer ones no client could open.</param>
    /// <param name="definition">What is said of it.</param>
    /// <returns>Whether it is new.</returns>
    public async ValueTask<bool> PutAsync(string name, VirtualHostDefinition definition)
    {
        if (!IsValidName(name))
        {
            throw new ArgumentException("a virtual host's name has 1 to 255 octets", nameof(name));
        }

        ArgumentNullException.ThrowIfNull(definition);
        var isNew = false;
        await _changes.ExecuteAsync(() =>
        {
            isNew = !TryGet(name, out _);
            return new VirtualHostSet(name, definition);
        });
        return isNew;
    }

    /// <summary>
    /// Deletes a virtual host with everything in it, and the permissions to it; its connections are closed. After a crash either all of it is
    /// there again or nothing.
    /// </summary>
    /// <returns>False when there is none of that name.</returns>
    public ValueTask<bool> DeleteAsync(string name) => _changes.ExecuteAsync(async () => TryGet(name, out var host) ? await host.PrepareDeletionAsync() : null);

    /// <summary>Whether a virtual host may be called so.</summary>
    public static bool IsValidName(string name) => name is { Length: > 0 } && Encoding.UTF8.GetByteCount(name) <= byte.MaxValue;

    internal VirtualHost Ensure(string name)
    {
        if (!TryGet(name, out var host))
        {
            host = _make(name);
            _virtualHosts = _virtualHosts.Add(name, host);
        }

        return host;
    }

    internal void Apply(VirtualHostSet set) => Ensure(set.VirtualHost).Definition = set.Definition;

    internal void Apply(VirtualHostDeleted deleted)
    {
        if (TryGet(deleted.VirtualHost, out var host))
        {
            _virtualHosts = _virtualHosts.Remove(deleted.VirtualHost);
            host.End();
        }
    }

    internal void Clear() => _virtualHosts = _virtualHosts.Clear();
}
