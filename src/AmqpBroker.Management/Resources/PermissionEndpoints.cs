using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using AmqpBroker.Core.Permissions;
using AmqpBroker.Management.Api;

namespace AmqpBroker.Management.Resources;

/// <summary>Permissions and topic permissions: listed, set, cleared.</summary>
internal static partial class PermissionEndpoints
{
    private const string One = "/api/permissions/{vhost}/{user}";
    private const string OneTopic = "/api/topic-permissions/{vhost}/{user}";

    public static void Map(ApiMap map)
    {
        map.Get("/api/permissions", ApiAccess.Administrator, "All permissions.", static request =>
            request.AnswerListAsync(request.Broker.Permissions.List(), PermissionJson.Rows));
        map.Get(One, ApiAccess.Administrator, "What a user may do in a virtual host.", static request => request.AnswerAsync(
            request.Broker.Permissions.Find(request.Segment("user"), request.Segment("vhost")) ?? throw ApiErrors.NotFound(), PermissionJson.Rows.Write));
        map.Put(One, ApiAccess.Administrator, "Sets what a user may do in a virtual host.", SetAsync);
        map.Delete(One, ApiAccess.Administrator, "Takes from a user all it may do in a virtual host.", static async request =>
            await AnswerClearedAsync(request, await request.Broker.Permissions.ClearAsync(request.Segment("user"), request.Segment("vhost"))));

        map.Get("/api/topic-permissions", ApiAccess.Administrator, "All topic permissions.", static request =>
            request.AnswerListAsync(request.Broker.Permissions.ListTopics(), PermissionJson.TopicRows));
        map.Get(OneTopic, ApiAccess.Administrator, "The topic permissions of a user in a virtual host.", static request =>
            request.AnswerListAsync(RequireTopics(request), PermissionJson.TopicRows));
        map.Put(OneTopic, ApiAccess.Administrator, "Sets which routing keys a user may use with a topic exchange.", SetTopicAsync);
        map.Delete(OneTopic, ApiAccess.Administrator, "Clears the topic permissions of a user in a virtual host.", static request => ClearTopicAsync(request, null));
        map.Delete($"{OneTopic}/{{exchange}}", ApiAccess.Administrator, "Clears one of them.", static request => ClearTopicAsync(request, request.Segment("exchange")));
    }

    private static async ValueTask SetAsync(ApiRequest request)
    {
        var body = await request.ReadBodyAsync();
        body.Require("configure", "write", "read");
        var permission = new UserPermission(
            request.Segment("user"), request.Segment("vhost"), Pattern(body, "configure"), Pattern(body, "write"), Pattern(body, "read"));
        await AnswerAsync(request, await request.Broker.Permissions.SetAsync(permission));
    }

    private static async ValueTask SetTopicAsync(ApiRequest request)
    {
        var body = await request.ReadBodyAsync();
        body.Require("exchange", "write", "read");
        var permission = new TopicPermission(
            request.Segment("user"), request.Segment("vhost"), Pattern(body, "exchange"), Pattern(body, "write"), Pattern(body, "read"));
        await AnswerAsync(request, await request.Broker.Permissions.SetTopicAsync(permission));
    }

    private static async ValueTask ClearTopicAsync(ApiRequest request, string? exchange)
    {
        RequireTopics(request);
        await request.Broker.Permissions.ClearTopicAsync(request.Segment("user"), request.Segment("vhost"), exchange);
        await request.AnswerDoneAsync();
    }

    private static IReadOnlyList<TopicPermission> RequireTopics(ApiRequest request) =>
        request.Broker.Permissions.FindTopics(request.Segment("user"), request.Segment("vhost")) is { Count: > 0 } found ? found : throw ApiErrors.NotFound();

    private static ValueTask AnswerAsync(ApiRequest request, PermissionOutcome outcome)
    {
        if (outcome is { InvalidPattern: { } pattern, Flaw: { } flaw })
        {
            throw InvalidExpression(pattern, flaw);
        }

        return outcome.HasHome ? request.AnswerCreatedAsync(outcome.IsNew) : throw ApiErrors.BadRequest("vhost_or_user_not_found");
    }

    private static ValueTask AnswerClearedAsync(ApiRequest request, bool isCleared) => isCleared ? request.AnswerDoneAsync() : throw ApiErrors.NotFound();

    private static string Pattern(ApiBody body, string name) =>
        body[name] is { ValueKind: JsonValueKind.String } text ? text.GetString()! : throw ApiErrors.BadTerm("not_a_string", name); // a string has a value

    // Of the pair {"missing )",1} RabbitMQ shows the text as the codes of its characters.
    private static ApiException InvalidExpression(string pattern, string flaw)
    {
        var pair = PairPattern.Match(flaw);
        var (text, offset) = pair.Success
            ? (pair.Groups["text"].Value, int.Parse(pair.Groups["offset"].Value, CultureInfo.InvariantCulture))
            : (flaw, 0);
        var term = $"[[{string.Join(',', text.Select(static character => (int)character))}],{offset}]";
        return new ApiException(400, "bad_request", "invalid_regexp", pattern, JsonElement.Parse(term));
    }

    [GeneratedRegex("""^\{"(?<text>.*)",\s*(?<offset>[0-9]{1,9})\}$""", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex PairPattern { get; }
}
