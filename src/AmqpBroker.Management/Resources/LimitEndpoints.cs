using System.Text.Json;
using AmqpBroker.Core.Limits;
using AmqpBroker.Core.VirtualHosts;
using AmqpBroker.Management.Api;
using AmqpBroker.Management.Json;
using AmqpBroker.Protocol.Fields;

namespace AmqpBroker.Management.Resources;

/// <summary>Limits of virtual hosts and users: listed, set, cleared.</summary>
internal static class LimitEndpoints
{
    private const string OfHost = "/api/vhost-limits/{vhost}";
    private const string OfUser = "/api/user-limits/{user}";

    private static readonly RowFormat<(string Name, FieldTable Limits)> HostRows = Rows("vhost");
    private static readonly RowFormat<(string Name, FieldTable Limits)> UserRows = Rows("user");

    public static void Map(ApiMap map)
    {
        map.Get("/api/vhost-limits", ApiAccess.Management, "The limits of virtual hosts.", static request => ListAsync(request, request.Broker.VirtualHosts.Where(host => MaySee(request, host))));
        map.Get(OfHost, ApiAccess.Management, "The limits of a virtual host.", ListOfHostAsync);
        map.Put($"{OfHost}/{{name}}", ApiAccess.Administrator, "Sets a limit of a virtual host.", SetOfHostAsync);
        map.Delete($"{OfHost}/{{name}}", ApiAccess.Administrator, "Clears a limit of a virtual host.", static async request =>
        {
            await request.VirtualHost.Limits.ClearAsync(request.Segment("name"));
            await request.AnswerDoneAsync();
        });

        map.Get("/api/user-limits", ApiAccess.Management, "The limits of users; of the caller alone, unless it is an administrator.", static request => request.AnswerListAsync(
            request.Broker.UserLimits.List().Where(limits => request.Caller.IsAdministrator || limits.User == request.Caller.Name), UserRows));
        map.Get(OfUser, ApiAccess.Management, "The limits of a user.", ListOfUserAsync);
        map.Put($"{OfUser}/{{name}}", ApiAccess.Administrator, "Sets a limit of a user.", SetOfUserAsync);
        map.Delete($"{OfUser}/{{name}}", ApiAccess.Administrator, "Clears a limit of a user.", static async request =>
        {
            await request.Broker.UserLimits.ClearAsync(RequireUser(request), request.Segment("name"));
            await request.AnswerDoneAsync();
        });
    }

    // Whoever watches the broker sees them where it may not enter, too.
    private static bool MaySee(ApiRequest request, VirtualHost virtualHost) => request.Caller.IsMonitor || request.Caller.MaySee(virtualHost.Name);

    private static RowFormat<(string Name, FieldTable Limits)> Rows(string key) => new(
        (writer, row) => Write(writer, key, row),
        static row => row.Name,
        static (one, other) => string.CompareOrdinal(one.Name, other.Name));

    private static void Write(Utf8JsonWriter writer, string key, (string Name, FieldTable Limits) row)
    {
        writer.WriteStartObject();
        writer.WriteString(key, row.Name);
        FieldJson.Write(writer, "value", row.Limits);
        writer.WriteEndObject();
    }

    private static ValueTask ListAsync(ApiRequest request, IEnumerable<VirtualHost> virtualHosts) => request.AnswerListAsync(
        virtualHosts.Select(static host => (host.Name, host.Limits.Values)).Where(static row => row.Values.Count > 0), HostRows);

    private static ValueTask ListOfHostAsync(ApiRequest request) =>
        MaySee(request, request.VirtualHost) ? ListAsync(request, [request.VirtualHost]) : throw ApiErrors.VirtualHostRefused();

    private static ValueTask ListOfUserAsync(ApiRequest request)
    {
        if (!request.Caller.IsAdministrator && request.Segment("user") != request.Caller.Name)
        {
            throw ApiErrors.NotForThisUser();
        }

        var limits = (RequireUser(request), request.Broker.UserLimits.Of(request.Segment("user")).Values);
        return request.AnswerListAsync(limits.Values.Count > 0 ? [limits] : [], UserRows);
    }

    private static async ValueTask SetOfHostAsync(ApiRequest request)
    {
        var limit = await ReadAsync(request);
        if (!request.Broker.TryGetVirtualHost(request.Segment("vhost"), out var host))
        {
            throw ApiErrors.NotFound("vhost_not_found");
        }

        Require(await host.Limits.SetAsync(limit), static outcome => outcome.Text);
        await request.AnswerDoneAsync();
    }

    private static async ValueTask SetOfUserAsync(ApiRequest request)
    {
        var limit = await ReadAsync(request);
        var user = request.Segment("user");
        if (request.Broker.Users.Find(user) is null)
        {
            throw ApiErrors.BadTerm("no_such_user", user);
        }

        Require(await request.Broker.UserLimits.SetAsync(user, limit), static outcome => outcome.PlainText);
        await request.AnswerDoneAsync();
    }

    private static async ValueTask<FieldTable> ReadAsync(ApiRequest request)
    {
        var body = await request.ReadBodyAsync();
        body.Require("value");
        return FieldTable.Of(new FieldEntry(request.Segment("name"), FieldJson.ToValue(body["value"] ?? default)));
    }

    private static void Require(LimitOutcome outcome, Func<LimitOutcome, string> textOf)
    {
        if (!outcome.IsSet)
        {
            throw ApiErrors.BadRequest(textOf(outcome));
        }
    }

    private static string RequireUser(ApiRequest request) => request.Broker.Users.Find(request.Segment("user"))?.Name ?? throw ApiErrors.NotFound();
}
