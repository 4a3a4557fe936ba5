using System.Text.Json;
using AmqpBroker.Core;
using AmqpBroker.Core.Parameters;
using AmqpBroker.Core.VirtualHosts;

namespace AmqpBroker.Management.Resources;

/// <summary>The global parameters that the broker itself has a meaning for.</summary>
internal static class GlobalParameters
{
    public const string ClusterName = "cluster_name";
    private const string ClusterId = "internal_cluster_id";

    /// <summary>All of them, the cluster's id included, which is made when it is asked for first.</summary>
    public static async ValueTask<IEnumerable<Parameter>> ListAsync(Broker broker)
    {
        await ClusterIdOfAsync(broker);
        return broker.Parameters.List().Where(static parameter => parameter.IsGlobal);
    }

    /// <summary>The cluster's id, which stays when its name changes.</summary>
    public static async ValueTask<string> ClusterIdOfAsync(Broker broker)
    {
        var id = await broker.Parameters.GetOrSetGlobalAsync(
            ClusterId, static () => JsonSerializer.Serialize($"rabbitmq-cluster-id-{ServerNames.NewSecret()}"));
        return id.Value.Trim('"');
    }

    /// <summary>The name that operators gave the cluster, or else that of its node.</summary>
    public static string ClusterNameOf(Broker broker, BrokerIdentity identity)
    {
        if (broker.Parameters.GetGlobal(ClusterName) is not { } parameter)
        {
            return identity.NodeName;
        }

        using var value = JsonDocument.Parse(parameter.Value);
        return value.RootElement.ValueKind == JsonValueKind.String ? value.RootElement.GetString()! : identity.NodeName; // a string has a value
    }
}
