using AmqpBroker.Management.Api;
using Microsoft.AspNetCore.Http;

namespace AmqpBroker.Management.Resources;

/// <summary>
/// Operations of RabbitMQ that tools call and that this broker cannot carry out: they answer 501 and say why. What belongs to plug-ins answers 404,
/// as on a RabbitMQ without them. docs/http-api.md lists both.
/// </summary>
internal static class AbsentEndpoints
{
    private const string OneNode = "a quorum queue lives on this node alone";

    private static readonly (string Method, string Path)[] OfReplicas =
    [
        ("POST", "/api/queues/quorum/{vhost}/{name}/replicas/add"),
        ("DELETE", "/api/queues/quorum/{vhost}/{name}/replicas/delete"),
        ("POST", "/api/queues/quorum/replicas/on/{node}/grow"),
        ("DELETE", "/api/queues/quorum/replicas/on/{node}/shrink"),
    ];

    public static void Map(ApiMap map)
    {
        foreach (var (method, path) in OfReplicas)
        {
            map.Add(new ApiEndpoint(method, path, ApiAccess.Administrator, "Answers 501: " + OneNode + ".", static _ => throw Refusal()));
        }
    }

    private static ApiException Refusal() => new(StatusCodes.Status501NotImplemented, "not_implemented", OneNode);
}
