using AmqpBroker.Core.Permissions;
using RabbitMQ.Client;

namespace AmqpBroker.IntegrationTests.Permissions;

/// <summary>Something a client may do, and what it needs for that.</summary>
/// <param name="Name">What it is called in the test.</param>
/// <param name="Run">Does it, on a channel with confirms.</param>
/// <param name="Needs">The rights it takes, in the order in which they are asked, each with the resource as a refusal names it.</param>
internal sealed record GuardedOperation(string Name, Func<IChannel, Task> Run, params (Right Right, string Resource)[] Needs)
{
    public override string ToString() => Name;
}
