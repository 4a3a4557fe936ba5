namespace AmqpBroker.Management.Transfers;

/// <summary>Where messages go.</summary>
/// <param name="Exchange">The exchange; null for the one that each message was dead-lettered from.</param>
/// <param name="RoutingKey">The routing key; null for each message's own.</param>
internal sealed record TransferTarget(string? Exchange, string? RoutingKey);
