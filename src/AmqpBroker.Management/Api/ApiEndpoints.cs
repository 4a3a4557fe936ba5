using AmqpBroker.Management.Clients;
using AmqpBroker.Management.Definitions;
using AmqpBroker.Management.Events;
using AmqpBroker.Management.Explaining;
using AmqpBroker.Management.Health;
using AmqpBroker.Management.Nodes;
using AmqpBroker.Management.OpenApi;
using AmqpBroker.Management.Prometheus;
using AmqpBroker.Management.Resources;
using AmqpBroker.Management.Transfers;

namespace AmqpBroker.Management.Api;

/// <summary>The table of all endpoints. A new group is a file of its own and a line here.</summary>
internal static class ApiEndpoints
{
    public static IReadOnlyList<ApiEndpoint> Collect()
    {
        var map = new ApiMap();
        WhoAmIEndpoints.Map(map);
        LoginEndpoints.Map(map);
        UserEndpoints.Map(map);
        PermissionEndpoints.Map(map);
        VirtualHostEndpoints.Map(map);
        LimitEndpoints.Map(map);
        HealthEndpoints.Map(map);
        OpenApiEndpoints.Map(map);
        ApiIndexPage.Map(map);
        ExchangeEndpoints.Map(map);
        QueueEndpoints.Map(map);
        BindingEndpoints.Map(map);
        PublishEndpoint.Map(map);
        GetEndpoint.Map(map);
        BrowseEndpoint.Map(map);
        PolicyEndpoints.Map(map);
        ParameterEndpoints.Map(map);
        GlobalParameterEndpoints.Map(map);
        AlivenessEndpoint.Map(map);
        DefinitionsEndpoints.Map(map);
        ExplainEndpoints.Map(map);
        AbsentEndpoints.Map(map);
        NodeEndpoints.Map(map);
        AuthAttemptEndpoints.Map(map);
        FeatureEndpoints.Map(map);
        ClientEndpoints.Map(map);
        ClosedEndpoint.Map(map);
        MetricsEndpoints.Map(map);
        EventsEndpoint.Map(map);
        AuditEndpoint.Map(map);
        CancelConsumerEndpoint.Map(map);
        TransferEndpoints.Map(map);
        return map.Endpoints;
    }
}
