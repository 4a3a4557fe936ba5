using System.Text.Json;
using AmqpBroker.Control.Api;
using AmqpBroker.Control.Commands;
using AmqpBroker.Control.Output;

namespace AmqpBroker.Control;

/// <summary>What a command works with: the broker, and where its words go.</summary>
internal sealed record CtlSession(ApiClient Api, CtlOutput Output)
{
    /// <summary>What the broker knows of a user.</summary>
    /// <exception cref="CtlException">There is none of that name.</exception>
    public async Task<JsonElement> RequireUserAsync(string name, CancellationToken cancellationToken)
        => await Api.FindAsync(ApiPath.Of("users", name), cancellationToken) ?? throw Missing.NoUser(name);
}
