using AmqpBroker.Core;

namespace AmqpBroker.Management.Nodes;

/// <summary>What the broker is called.</summary>
internal static class ClusterName
{
    /// <summary>The name.</summary>
    public static string Of(Broker broker, BrokerIdentity identity) => broker.Clients is null ? "" : identity.NodeName;
}
