using System.Collections.Immutable;
using AmqpBroker.Core.Metadata;
using AmqpBroker.Core.Users;

namespace AmqpBroker.Core.Parameters;

/// <summary>All parameters: how they are listed, set and cleared. Any thread. Published: a snapshot of all, replaced once a change is durable.</summary>
public sealed class ParameterDirectory
{
    private readonly AccessChanges _changes;
    private volatile ImmutableSortedDictionary<(string VirtualHost, string Component, string Name), Parameter> _all =
        ImmutableSortedDictionary.Create<(string VirtualHost, string Component, string Name), Parameter>(new KeyComparer());

    internal ParameterDirectory(AccessChanges changes) => _changes = changes;

    /// <summary>All there are, in the order of virtual host, component and name.</summary>
    public IEnumerable<Parameter> List() => _all.Values;

    /// <summary>Finds one; null when it is not there.</summary>
    public Parameter? Get(string virtualHost, string component, string name) => _all.GetValueOrDefault((virtualHost, component, name));

    /// <summary>Finds a global one; null when it is not there.</summary>
    public Parameter? GetGlobal(string name) => Get(string.Empty, string.Empty, name);

    /// <summary>Sets one, in the place of one of its name.</summary>
    /// <returns>Whether there was none.</returns>
    public async ValueTask<bool> SetAsync(Parameter parameter)
    {
        ArgumentNullException.ThrowIfNull(parameter);
        var isNew = false;
        await _changes.ExecuteAsync(() =>
        {
            isNew = Get(parameter.VirtualHost, parameter.Component, parameter.Name) is null;
            return new ParameterSet(parameter);
        });
        return isNew;
    }

    /// <summary>Sets a global one unless there is one of its name.</summary>
    /// <returns>The one that holds.</returns>
    public async ValueTask<Parameter> GetOrSetGlobalAsync(string name, Func<string> value)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (GetGlobal(name) is null)
        {
            await _changes.ExecuteAsync(() =>
                GetGlobal(name) is null ? new ParameterSet(new Parameter(string.Empty, string.Empty, name, value())) : null);
        }

        return GetGlobal(name) ?? throw new InvalidOperationException("it was cleared at once");
    }

    /// <summary>Clears one.</summary>
    /// <returns>False when it was not there.</returns>
    public ValueTask<bool> ClearAsync(string virtualHost, string component, string name) => _changes.ExecuteAsync(() =>
        Get(virtualHost, component, name) is null ? null : new ParameterCleared(virtualHost, component, name));

    internal void Apply(ParameterSet set) =>
        _all = _all.SetItem((set.Parameter.VirtualHost, set.Parameter.Component, set.Parameter.Name), set.Parameter);

    internal void Apply(ParameterCleared cleared) => _all = _all.Remove((cleared.VirtualHost, cleared.Component, cleared.Name));

    /// <summary>A virtual host is gone, and its parameters with it.</summary>
    internal void Forget(string virtualHost) => _all = _all.RemoveRange(_all.Keys.Where(key => key.VirtualHost == virtualHost));

    private sealed class KeyComparer : IComparer<(string VirtualHost, string Component, string Name)>
    {
        public int Compare((string VirtualHost, string Component, string Name) x, (string VirtualHost, string Component, string Name) y)
        {
            var order = string.CompareOrdinal(x.VirtualHost, y.VirtualHost);
            order = order != 0 ? order : string.CompareOrdinal(x.Component, y.Component);
            return order != 0 ? order : string.CompareOrdinal(x.Name, y.Name);
        }
    }
}
