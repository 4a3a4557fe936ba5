using System.Reflection;

namespace AmqpBroker.Core;

/// <summary>What the broker calls itself to clients and operators. Immutable.</summary>
public sealed record BrokerIdentity
{
    /// <summary>The name of the product.</summary>
    public string Product { get; init; } = "AmqpBroker";

    /// <summary>The version of this build, without the revision that the compiler appends to it.</summary>
    public string ProductVersion { get; init; } = typeof(BrokerIdentity).Assembly
        .GetCustomAttribute<AssemblyInformationalVersionAttribute>()?
        .InformationalVersion
        .Split('+')[0] ?? "0.0.0";

    /// <summary>The RabbitMQ version stood in for: some tools choose their behaviour by it.</summary>
    public string RabbitMqVersion { get; init; } = "3.13.7";

    /// <summary>The name of this node, as RabbitMQ forms it.</summary>
    public string NodeName { get; init; } = "rabbit@" + Environment.MachineName;
}
