using System.Text.Json;
using AmqpBroker.Core.Exchanges;
using AmqpBroker.Core.Metadata;
using AmqpBroker.Core.Parameters;
using AmqpBroker.Core.Permissions;
using AmqpBroker.Core.Policies;
using AmqpBroker.Core.Queues;
using AmqpBroker.Core.Users;
using AmqpBroker.Core.VirtualHosts;
using AmqpBroker.Protocol.Fields;

namespace AmqpBroker.Management.Definitions;

/// <summary>All that a file of definitions says, read and of the right types.</summary>
internal sealed record DefinitionsPlan
{
    public required IReadOnlyList<Placed<(User User, FieldTable Limits)>> Users { get; init; }

    /// <summary>Virtual hosts; what is said of one is null when nothing is.</summary>
    public required IReadOnlyList<Placed<(string Name, VirtualHostDefinition? Definition)>> VirtualHosts { get; init; }

    public required IReadOnlyList<Placed<UserPermission>> Permissions { get; init; }

    public required IReadOnlyList<Placed<TopicPermission>> TopicPermissions { get; init; }

    public required IReadOnlyList<Placed<(string VirtualHost, string Component, string Name, JsonElement Value)>> Parameters { get; init; }

    public required IReadOnlyList<Placed<Parameter>> GlobalParameters { get; init; }

    public required IReadOnlyList<Placed<(string VirtualHost, string Name, PolicyRequest Request)>> Policies { get; init; }

    public required IReadOnlyList<Placed<(string VirtualHost, ExchangeDeclaration Declaration)>> Exchanges { get; init; }

    public required IReadOnlyList<Placed<(string VirtualHost, QueueDeclaration Declaration)>> Queues { get; init; }

    public required IReadOnlyList<Placed<(string VirtualHost, BindingDefinition Definition)>> Bindings { get; init; }
}
