namespace AmqpBroker.Core.Parameters;

/// <summary>A value that operators keep with the broker, for tools or for parts of RabbitMQ that this broker does not have. Immutable.</summary>
/// <param name="VirtualHost">The virtual host it belongs to; empty for a global one.</param>
/// <param name="Component">What it is for; empty for a global one.</param>
/// <param name="Name">Its name, unique with the two others.</param>
/// <param name="Value">The value as JSON, exactly as it was set.</param>
public sealed record Parameter(string VirtualHost, string Component, string Name, string Value)
{
    /// <summary>Whether it belongs to no virtual host.</summary>
    public bool IsGlobal => VirtualHost.Length == 0;
}
