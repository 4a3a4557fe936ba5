namespace AmqpBroker.Core.Metadata;

/// <summary>A durable queue went.</summary>
/// <param name="VirtualHost">The virtual host.</param>
/// <param name="Queue">Its name.</param>
/// <param name="Id">Its id: a queue of the same name that came later is another one.</param>
public sealed record QueueDeleted(string VirtualHost, string Queue, long Id) : RemovalCommand(VirtualHost);
