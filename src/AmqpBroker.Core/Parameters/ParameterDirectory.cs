using System.Collections.Immutable;
using AmqpBroker.Core.Metadata;

namespace AmqpBroker.Core.Parameters;

/// <summary>All parameters: how they are listed, set and cleared. Any thread; changes are made durable one after the other, then published.</summary>
/// <param name="store">Keeps them.</param>
public sealed class ParameterDirectory(IMetadataStore store) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1);
    private ImmutableSortedDictionary<(string VirtualHost, string Component, string Name), Parameter> _all =
        ImmutableSortedDictionary.Create<(string VirtualHost, string Component, string Name), Parameter>(new KeyComparer());

    /// <summary>All there are, in the order of virtual host, component and name.</summary>
    public IEnumerable<Parameter> List() => Volatile.Read(ref _all).Values;

    /// <summary>Finds one; null when it is not there.</summary>
    public Parameter? Get(string virtualHost, string component, string name) => Volatile.Read(ref _all).GetValueOrDefault((virtualHost, component, name));

    /// <summary>Finds a global one; null when it is not there.</summary>
    public Parameter? GetGlobal(string name) => Get(string.Empty, string.Empty, name);

    /// <summary>Sets one, in the place of one of its name.</summary>
    /// <returns>Whether there was none.</returns>
    public async ValueTask<bool> SetAsync(Parameter parameter)
    {
        ArgumentNullException.ThrowIfNull(parameter);
        await _turn.WaitAsync();
        try
        {
            var isNew = Get(parameter.VirtualHost, parameter.Component, parameter.Name) is null;
            await CommitAsync(new ParameterSet(parameter));
            return isNew;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Sets a global one unless there is one of its name.</summary>
    /// <returns>The one that holds.</returns>
    public async ValueTask<Parameter> GetOrSetGlobalAsync(string name, Func<string> value)
    {
        if (GetGlobal(name) is { } before)
        {
            return before;
        }

        ArgumentNullException.ThrowIfNull(value);
        await _turn.WaitAsync();
        try
        {
            if (GetGlobal(name) is { } meanwhile)
            {
                return meanwhile;
            }

            var parameter = new Parameter(string.Empty, string.Empty, name, value());
            await CommitAsync(new ParameterSet(parameter));
            return parameter;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Clears one.</summary>
    /// <returns>False when it was not there.</returns>
    public async ValueTask<bool> ClearAsync(string virtualHost, string component, string name)
    {
        await _turn.WaitAsync();
        try
        {
            if (Get(virtualHost, component, name) is null)
            {
                return false;
            }

            await CommitAsync(new ParameterCleared(virtualHost, component, name));
            return true;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();

    internal void Apply(ParameterSet set) =>
        ImmutableInterlocked.Update(ref _all, static (all, set) => all.SetItem(KeyOf(set.Parameter), set.Parameter), set);

    internal void Apply(ParameterCleared cleared) =>
        ImmutableInterlocked.Update(ref _all, static (all, cleared) => all.Remove((cleared.VirtualHost, cleared.Component, cleared.Name)), cleared);

    /// <summary>A virtual host is gone, and its parameters with it.</summary>
    internal void Forget(string virtualHost) =>
        ImmutableInterlocked.Update(ref _all, static (all, gone) => all.RemoveRange(all.Keys.Where(key => key.VirtualHost == gone)), virtualHost);

    private static (string VirtualHost, string Component, string Name) KeyOf(Parameter parameter) => (parameter.VirtualHost, parameter.Component, parameter.Name);

    private async ValueTask CommitAsync(ParameterSet set)
    {
        await store.CommitAsync(set);
        Apply(set);
    }

    private async ValueTask CommitAsync(ParameterCleared cleared)
    {
        await store.CommitAsync(cleared);
        Apply(cleared);
    }

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
