using AmqpBroker.Core;
using AmqpBroker.Core.Alarms;
using AmqpBroker.Core.Clients;
using AmqpBroker.Core.Listeners;
using AmqpBroker.Management.Api;
using Microsoft.Extensions.DependencyInjection;

namespace AmqpBroker.Management.Health;

/// <summary>Health checks as RabbitMQ has them, of its versions 3 and 4, and two for containers that need no login.</summary>
internal static class HealthEndpoints
{
    private const string Checks = "/api/health/checks/";
    private const string Alone = "single node cluster";
    private const string LimitReached = "node connection limit is reached";

    public static void Map(ApiMap map)
    {
        map.Get(Checks + "alarms", ApiAccess.Management, "Whether memory or disk is short.", static request => CheckAlarmsAsync(request, "There are alarms in effect in the cluster"));
        map.Get(Checks + "local-alarms", ApiAccess.Management, "Whether memory or disk is short on this node.", static request => CheckAlarmsAsync(request, "There are alarms in effect on the node"));
        map.Get(Checks + "virtual-hosts", ApiAccess.Management, "Whether all virtual hosts run.", CheckStoreAsync);
        map.Get(Checks + "node-is-quorum-critical", ApiAccess.Management, "Whether queues would stand still without this node.", AnswerAloneAsync);
        map.Get(Checks + "node-is-mirror-sync-critical", ApiAccess.Management, "Whether messages would be lost with this node.", AnswerAloneAsync);
        map.Get(Checks + "quorum-queues-without-elected-leaders/all-vhosts", ApiAccess.Management, "Whether quorum queues have no leader.", HealthAnswer.OkAsync);
        map.Get(Checks + "quorum-queues-without-elected-leaders/vhost/{vhost}", ApiAccess.VirtualHost, "Whether quorum queues of a virtual host have no leader.", static request =>
        {
            _ = request.VirtualHost;
            return HealthAnswer.OkAsync(request);
        });
        map.Get(Checks + "metadata-store/initialized", ApiAccess.Management, "Whether the metadata has been read.", CheckStoreAsync);
        map.Get(Checks + "metadata-store/initialized/with-data", ApiAccess.Management, "Whether the metadata has been read, and there is some.", CheckStoreAsync);
        map.Get(Checks + "is-in-service", ApiAccess.Anyone, "Whether the node serves.", static request => CheckReadyAsync(request, "this rabbit node is not currently available to serve"));
        map.Get(Checks + "ready-to-serve-clients", ApiAccess.Anyone, "Whether clients of AMQP can be served.", CheckServingAsync);
        map.Get(Checks + "below-node-connection-limit", ApiAccess.Anyone, "Whether more connections may be opened.", CheckRoomAsync);
        map.Get(Checks + "reached-target-cluster-size", ApiAccess.Anyone, "Whether all nodes are there; there is one.", HealthAnswer.OkAsync);
        map.Get("/api/healthchecks/node", ApiAccess.Management, "Whether the node is well.", CheckNodeAsync);
        map.Get("/api/healthchecks/node/{node}", ApiAccess.Management, "Whether the node is well.", static request => request.Segment("node") == NodeOf(request) ? CheckNodeAsync(request) : throw ApiErrors.NotFound());
        map.Get("/health/live", ApiAccess.Anyone, "Whether the process answers.", HealthAnswer.OkAsync);
        map.Get("/health/ready", ApiAccess.Anyone, "Whether clients can be served: AMQP is listened for, and the disk takes what is written.", static request => CheckReadyAsync(request, "no active listeners for AMQP/AMQPS"));
        ListenerChecks.Map(map);
    }

    private static ValueTask CheckAlarmsAsync(ApiRequest request, string reason)
    {
        var resources = request.Broker.Alarms.Resources;
        return resources.Count == 0
            ? HealthAnswer.OkAsync(request)
            : HealthAnswer.FailedAsync(request, reason, (resources, node: NodeOf(request)), static (writer, alarms) =>
            {
                writer.WriteStartArray("alarms");
                foreach (var resource in alarms.resources)
                {
                    writer.WriteStartObject();
                    writer.WriteString("node", alarms.node);
                    writer.WriteString("resource", resource);
                    writer.WriteEndObject();
                }

                writer.WriteEndArray();
            });
    }

    private static ValueTask CheckNodeAsync(ApiRequest request)
    {
        var resources = request.Broker.Alarms.Resources;
        var node = NodeOf(request);
        return resources.Count == 0
            ? HealthAnswer.OkAsync(request)
            : HealthAnswer.FailedAsync(request, $"resource alarm(s) in effect:[{string.Join(',', resources.Select(resource => $"{{resource_limit,{resource},{node}}}"))}]");
    }

    private static ValueTask CheckReadyAsync(ApiRequest request, string withoutListener)
    {
        var listeners = request.Services.GetRequiredService<ListenerDirectory>();
        return listeners.Has(ProtocolNames.Amqp) || listeners.Has(ProtocolNames.Amqps)
            ? CheckStoreAsync(request)
            : HealthAnswer.FailedAsync(request, withoutListener);
    }

    private static ValueTask CheckServingAsync(ApiRequest request) => IsFull(request.Broker.Clients)
        ? HealthAnswer.FailedAsync(
            request, LimitReached, request.Broker.Clients.Admitted.Count, static (writer, connections) => writer.WriteNumber("connections", connections))
        : CheckReadyAsync(request, "no active listeners for AMQP/AMQPS");

    private static ValueTask CheckRoomAsync(ApiRequest request) =>
        IsFull(request.Broker.Clients) ? HealthAnswer.FailedAsync(request, LimitReached) : HealthAnswer.OkAsync(request);

    private static bool IsFull(ClientDirectory clients) => clients.MaxConnections > 0 && clients.Admitted.Count >= clients.MaxConnections;

    private static ValueTask CheckStoreAsync(ApiRequest request)
        => (request.Broker.Alarms.Causes & AlarmCauses.DiskFailure) == AlarmCauses.None
            ? HealthAnswer.OkAsync(request)
            : HealthAnswer.FailedAsync(request, "the disk refuses what is written");

    private static ValueTask AnswerAloneAsync(ApiRequest request)
        => HealthAnswer.OkAsync(request, Alone, static (writer, reason) => writer.WriteString("reason", reason));

    private static string NodeOf(ApiRequest request) => request.Services.GetRequiredService<BrokerIdentity>().NodeName;
}
