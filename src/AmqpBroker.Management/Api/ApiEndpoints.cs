using AmqpBroker.Management.Clients;
using AmqpBroker.Management.Nodes;
using AmqpBroker.Management.Prometheus;
using AmqpBroker.Management.Resources;

namespace AmqpBroker.Management.Api;

/// <summary>The table of all endpoints. A new group is a file of its own and a line here.</summary>
internal static class ApiEndpoints
{
    public static IReadOnlyList<ApiEndpoint> Collect()
    {
        var map = new ApiMap();
        WhoAmIEndpoints.Map(map);
        NodeEndpoints.Map(map);
        AuthAttemptEndpoints.Map(map);
        FeatureEndpoints.Map(map);
        ClientEndpoints.Map(map);
        ClosedEndpoint.Map(map);
        MetricsEndpoints.Map(map);
        return map.Endpoints;
    }
}
