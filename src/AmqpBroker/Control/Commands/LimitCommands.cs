using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using AmqpBroker.Control.Api;

namespace AmqpBroker.Control.Commands;

/// <summary>Limits of virtual hosts and of users.</summary>
internal static class LimitCommands
{
    private const string VhostLimits = "vhost-limits";
    private const string UserLimits = "user-limits";

    public static IEnumerable<Command> Create(CtlCommandFactory factory)
    {
        yield return SetForVhost(factory);
        yield return ClearForVhost(factory);
        yield return ListForVhost(factory);
        yield return SetForUser(factory);
        yield return ClearForUser(factory);
        yield return ListForUser(factory);
    }

    private static Command SetForVhost(CtlCommandFactory factory)
    {
        var vhost = CtlArguments.Vhost();
        var definition = CtlArguments.Text("definition", "A JSON object, such as '{\"max-connections\":100,\"max-queues\":1000}'; limits it does not name are lifted");
        return factory.Create(
            "set_vhost_limits",
            "Limit a virtual host",
            async (session, line, cancellationToken) =>
            {
                var (inside, text) = (line.GetRequiredValue(vhost), line.GetRequiredValue(definition));
                session.Output.Banner($"Setting vhost limits to \"{text}\" for vhost \"{inside}\" ...");
                var limits = CtlArguments.ReadObject(text);
                var before = await ReadAsync(session, VhostLimits, inside, Missing.Vhost(inside), cancellationToken);
                await PutAsync(session, VhostLimits, inside, limits, cancellationToken);
                await DeleteAsync(session, VhostLimits, inside, before.Where(name => !limits.ContainsKey(name)), cancellationToken);
            },
            definition,
            vhost);
    }

    private static Command ClearForVhost(CtlCommandFactory factory)
    {
        var vhost = CtlArguments.Vhost();
        return factory.Create(
            "clear_vhost_limits",
            "Lift the limits of a virtual host",
            async (session, line, cancellationToken) =>
            {
                var inside = line.GetRequiredValue(vhost);
                session.Output.Banner($"Clearing vhost \"{inside}\" limits ...");
                await DeleteAsync(session, VhostLimits, inside, await ReadAsync(session, VhostLimits, inside, Missing.Vhost(inside), cancellationToken), cancellationToken);
            },
            vhost);
    }

    private static Command ListForVhost(CtlCommandFactory factory)
    {
        var vhost = CtlArguments.Vhost();
        return factory.Create(
            "list_vhost_limits",
            "The limits of a virtual host, as JSON",
            async (session, line, cancellationToken) =>
            {
                var inside = line.GetRequiredValue(vhost);
                session.Output.Banner($"Listing limits for vhost \"{inside}\" ...");
                session.Output.Json(await FindAsync(session, VhostLimits, inside, Missing.Vhost(inside), cancellationToken));
            },
            vhost);
    }

    private static Command SetForUser(CtlCommandFactory factory)
    {
        var name = CtlArguments.User();
        var definition = CtlArguments.Text("definition", "A JSON object, such as '{\"max-connections\":10,\"max-channels\":100}'");
        return factory.Create(
            "set_user_limits",
            "Limit a user",
            async (session, line, cancellationToken) =>
            {
                var (user, text) = (line.GetRequiredValue(name), line.GetRequiredValue(definition));
                session.Output.Banner($"Setting user limits to \"{text}\" for user \"{user}\" ...");
                await session.RequireUserAsync(user, cancellationToken);
                await PutAsync(session, UserLimits, user, CtlArguments.ReadObject(text), cancellationToken);
            },
            name,
            definition);
    }

    private static Command ClearForUser(CtlCommandFactory factory)
    {
        var name = CtlArguments.User();
        var limit = CtlArguments.Text("limit", "max-connections, max-channels, or all");
        limit.CompletionSources.Add("all", "max-connections", "max-channels");
        return factory.Create(
            "clear_user_limits",
            "Lift limits of a user",
            async (session, line, cancellationToken) =>
            {
                var (user, which) = (line.GetRequiredValue(name), line.GetRequiredValue(limit));
                session.Output.Banner(which == "all" ? $"Clearing all limits for user \"{user}\" ..." : $"Clearing \"{which}\" limit for user \"{user}\" ...");
                await session.RequireUserAsync(user, cancellationToken);
                var set = await ReadAsync(session, UserLimits, user, Missing.User(user), cancellationToken);
                await DeleteAsync(session, UserLimits, user, set.Where(name => which == "all" || which == name), cancellationToken);
            },
            name,
            limit);
    }

    private static Command ListForUser(CtlCommandFactory factory)
    {
        var name = CtlArguments.User();
        return factory.Create(
            "list_user_limits",
            "The limits of a user, as JSON",
            async (session, line, cancellationToken) =>
            {
                var user = line.GetRequiredValue(name);
                session.Output.Banner($"Listing limits for user \"{user}\" ...");
                await session.RequireUserAsync(user, cancellationToken);
                session.Output.Json(await FindAsync(session, UserLimits, user, Missing.User(user), cancellationToken));
            },
            name);
    }

    private static async Task<JsonElement> FindAsync(CtlSession session, string kind, string name, string missing, CancellationToken cancellationToken)
    {
        var found = await session.Api.FindAsync(ApiPath.Of(kind, name), cancellationToken) ?? throw new CtlException(CtlExitCode.Unavailable, missing);
        return found.ValueKind == JsonValueKind.Array && found.GetArrayLength() > 0
            ? found[0].GetProperty("value")
            : JsonSerializer.SerializeToElement(new JsonObject());
    }

    private static async Task<IReadOnlyList<string>> ReadAsync(CtlSession session, string kind, string name, string missing, CancellationToken cancellationToken)
        => [.. (await FindAsync(session, kind, name, missing, cancellationToken)).EnumerateObject().Select(limit => limit.Name)];

    private static async Task PutAsync(CtlSession session, string kind, string name, JsonObject limits, CancellationToken cancellationToken)
    {
        foreach (var (limit, value) in limits)
        {
            if (!long.TryParse(value?.ToJsonString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            {
                throw new CtlException(CtlExitCode.Unavailable, $"{limit} is no whole number");
            }

            await session.Api.PutAsync(ApiPath.Of(kind, name, limit), new JsonObject { ["value"] = number }, cancellationToken);
        }
    }

    private static async Task DeleteAsync(CtlSession session, string kind, string name, IEnumerable<string> limits, CancellationToken cancellationToken)
    {
        foreach (var limit in limits)
        {
            await session.Api.DeleteAsync(ApiPath.Of(kind, name, limit), cancellationToken);
        }
    }
}
