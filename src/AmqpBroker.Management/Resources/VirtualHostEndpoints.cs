using AmqpBroker.Core;
using AmqpBroker.Core.Permissions;
using AmqpBroker.Core.VirtualHosts;
using AmqpBroker.Management.Api;
using AmqpBroker.Management.Statistics;
using Microsoft.Extensions.DependencyInjection;

namespace AmqpBroker.Management.Resources;

/// <summary>Virtual hosts: listed, made, changed, deleted.</summary>
internal static class VirtualHostEndpoints
{
    private const string One = "/api/vhosts/{vhost}";

    public static void Map(ApiMap map)
    {
        map.Get("/api/vhosts", ApiAccess.Management, "The virtual hosts.", ListAsync);
        map.Get(One, ApiAccess.Administrator, "Shows a virtual host.", static request =>
            request.AnswerAsync((request.VirtualHost, Identity(request), StatQuery.Read(request)), VirtualHostJson.Rows.Write));
        map.Put(One, ApiAccess.Administrator, "Makes a virtual host, or changes one.", PutAsync);
        map.Delete(One, ApiAccess.Administrator, "Deletes a virtual host with everything in it; its connections are closed.", DeleteAsync);
        map.Get($"{One}/permissions", ApiAccess.Administrator, "Who may do what in a virtual host.", static request =>
        {
            var name = request.VirtualHost.Name;
            return request.AnswerListAsync(request.Broker.Permissions.List().Where(one => one.VirtualHost == name), PermissionJson.Rows);
        });
        map.Get($"{One}/topic-permissions", ApiAccess.Administrator, "The topic permissions in a virtual host.", static request =>
        {
            var name = request.VirtualHost.Name;
            return request.AnswerListAsync(request.Broker.Permissions.ListTopics().Where(one => one.VirtualHost == name), PermissionJson.TopicRows);
        });
        map.Post($"{One}/start/{{node}}", ApiAccess.Administrator, "Sees to it that a virtual host runs on a node.", StartAsync);
    }

    private static ValueTask ListAsync(ApiRequest request)
    {
        var query = StatQuery.Read(request);
        return request.AnswerPageAsync(
            request.Broker.VirtualHosts.Where(host => request.Caller.IsMonitor || request.Caller.MaySee(host.Name)).Select(host => (host, Identity(request), query)), VirtualHostJson.Rows);
    }

    private static BrokerIdentity Identity(ApiRequest request) => request.Services.GetRequiredService<BrokerIdentity>();

    private static async ValueTask PutAsync(ApiRequest request)
    {
        var name = request.Segment("vhost");
        if (!VirtualHostDirectory.IsValidName(name))
        {
            throw ApiErrors.BadTerm("invalid_vhost_name", name);
        }

        var body = await request.ReadBodyAsync();
        var isTracing = request.Broker.TryGetVirtualHost(name, out var before) && before.Definition.IsTracing;
        var definition = new VirtualHostDefinition
        {
            Description = body.Text("description") ?? string.Empty,
            Tags = UserRequests.Words(body, "tags"),
            DefaultQueueType = ReadQueueType(body),
            IsTracing = body.Flag("tracing", isTracing),
        };
        var isNew = await request.Broker.CreateVirtualHostAsync(name, definition);
        if (isNew)
        {
            // As in RabbitMQ: whoever makes a virtual host may use it.
            await request.Broker.Permissions.SetAsync(new UserPermission(request.Caller.Name, name, ".*", ".*", ".*"));
        }

        await request.AnswerCreatedAsync(isNew);
    }

    // The older name is all that RabbitMQ 3.10 knows.
    private static string? ReadQueueType(ApiBody body) => (body.Text("default_queue_type") ?? body.Text("defaultqueuetype")) switch
    {
        null or "" or "undefined" => null,
        var type when QueueTypes.Names.Contains(type, StringComparer.Ordinal) => type,
        var type => throw ApiErrors.BadTerm("unknown_queue_type", type),
    };

    private static async ValueTask DeleteAsync(ApiRequest request)
    {
        if (!await request.Broker.DeleteVirtualHostAsync(request.Segment("vhost")))
        {
            throw ApiErrors.NotFound();
        }

        await request.AnswerDoneAsync();
    }

    private static ValueTask StartAsync(ApiRequest request)
    {
        var (host, node) = (request.Segment("vhost"), request.Segment("node"));
        if (node != Identity(request).NodeName)
        {
            throw ApiErrors.BadRequest($"Request to node {node} failed with nodedown");
        }

        return request.Broker.TryGetVirtualHost(host, out _)
            ? request.AnswerDoneAsync()
            : throw ApiErrors.BadRequest($"Request to node {node} failed with {{no_such_vhost,<<\"{host}\">>}}");
    }
}
