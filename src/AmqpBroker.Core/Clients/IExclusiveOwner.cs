namespace AmqpBroker.Core.Clients;

/// <summary>A connection that exclusive queues belong to: what <see cref="Queues.QueueDeclaration.ExclusiveOwner"/> is when a client declared it.</summary>
public interface IExclusiveOwner
{
    /// <summary>What others may know of it.</summary>
    IClientConnection Client { get; }
}
