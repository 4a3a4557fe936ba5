using AmqpBroker.Core.Policies;
using AmqpBroker.Core.VirtualHosts;
using AmqpBroker.Management.Api;

namespace AmqpBroker.Management.Resources;

/// <summary>Policies and operator policies: listed, set, cleared.</summary>
internal static class PolicyEndpoints
{
    public static void Map(ApiMap map)
    {
        Map(map, "/api/policies", PolicyKind.User, ApiAccess.Policymaker, "policies", "a policy");
        Map(map, "/api/operator-policies", PolicyKind.Operator, ApiAccess.Administrator, "operator policies", "an operator policy");
    }

    private static void Map(ApiMap map, string path, PolicyKind kind, ApiAccess access, string all, string one)
    {
        var ofOne = $"{path}/{{vhost}}/{{name}}";
        map.Get(path, ApiAccess.Management, $"All {all}.", request => ListAsync(request, kind, request.VisibleVirtualHosts()));
        map.Get($"{path}/{{vhost}}", ApiAccess.VirtualHost, $"The {all} of a virtual host.", request => ListAsync(request, kind, [request.VirtualHost]));
        map.Get(ofOne, access, $"Shows {one}.", request => request.AnswerAsync((request.VirtualHost.Name, Find(request, kind)), PolicyJson.Rows.Write));
        map.Put(ofOne, access, $"Sets {one}.", request => SetAsync(request, kind));
        map.Delete(ofOne, access, $"Clears {one}.", request => ClearAsync(request, kind));
    }

    private static ValueTask ListAsync(ApiRequest request, PolicyKind kind, IEnumerable<VirtualHost> virtualHosts) => request.AnswerListAsync(
        virtualHosts.SelectMany(virtualHost => virtualHost.Policies.List(kind).Select(policy => (virtualHost.Name, policy))), PolicyJson.Rows);

    private static Policy Find(ApiRequest request, PolicyKind kind) =>
        request.VirtualHost.Policies.Get(kind, request.Segment("name")) ?? throw ApiErrors.NotFound();

    private static async ValueTask SetAsync(ApiRequest request, PolicyKind kind)
    {
        var policies = request.VirtualHost.Policies;
        if (request.Segment("name") is not { Length: > 0 } name)
        {
            throw ApiErrors.NotFound();
        }

        var wanted = PolicyRequests.Read(await request.ReadBodyAsync());
        var outcome = PolicyRequests.RequireSet(await policies.SetAsync(kind, name, wanted));
        await request.AnswerCreatedAsync(outcome.IsNew);
    }

    private static async ValueTask ClearAsync(ApiRequest request, PolicyKind kind)
    {
        if (!await request.VirtualHost.Policies.ClearAsync(kind, request.Segment("name")))
        {
            throw ApiErrors.NotFound();
        }

        await request.AnswerDoneAsync();
    }
}
