namespace AmqpBroker.Core.Metadata;

/// <summary>One change to what the broker knows by heart, decided already: whoever replays it judges nothing. Immutable.</summary>
/// <param name="VirtualHost">The virtual host it happens in.</param>
public abstract record MetadataCommand(string VirtualHost);
