using System.CommandLine;
using System.Net;
using System.Text.Json.Nodes;
using AmqpBroker.Control.Api;
using AmqpBroker.Control.Output;

namespace AmqpBroker.Control.Commands;

/// <summary>What users may do in virtual hosts, and with which routing keys.</summary>
internal static class PermissionCommands
{
    private const string Permissions = "permissions";
    private const string TopicPermissions = "topic-permissions";

    public static IEnumerable<Command> Create(CtlCommandFactory factory)
    {
        yield return Set(factory);
        yield return Clear(factory);
        yield return OfVhost(factory, "list_permissions", "Who may do what in a virtual host", "Listing permissions for vhost \"{0}\" ...", Permissions, new(["user", "configure", "write", "read"], Column.Plain("user", "configure", "write", "read")));
        yield return OfUser(factory, "list_user_permissions", "What a user may do where", "Listing permissions for user \"{0}\" ...", Permissions, new(["vhost", "configure", "write", "read"], Column.Plain("vhost", "configure", "write", "read")));
        yield return SetTopic(factory);
        yield return ClearTopic(factory);
        yield return OfVhost(factory, "list_topic_permissions", "Who may use which routing keys in a virtual host", "Listing topic permissions for vhost \"{0}\" ...", TopicPermissions, new(["user", "exchange", "write", "read"], Column.Plain("user", "exchange", "write", "read")));
        yield return OfUser(factory, "list_user_topic_permissions", "Which routing keys a user may use where", "Listing topic permissions for user \"{0}\" ...", TopicPermissions, new(["vhost", "exchange", "write", "read"], Column.Plain("vhost", "exchange", "write", "read")));
    }

    private static Command Set(CtlCommandFactory factory)
    {
        var vhost = CtlArguments.Vhost();
        var name = CtlArguments.User();
        var configure = CtlArguments.Text("configure", "Expression for the names that may be declared and deleted");
        var write = CtlArguments.Text("write", "Expression for the names that may be published and bound to");
        var read = CtlArguments.Text("read", "Expression for the names that may be consumed and bound from");
        return factory.Create(
            "set_permissions",
            "Say what a user may do in a virtual host; '' is nothing, '.*' everything",
            (session, line, cancellationToken) =>
            {
                var (inside, user) = (line.GetRequiredValue(vhost), line.GetRequiredValue(name));
                session.Output.Banner($"Setting permissions for user \"{user}\" in vhost \"{inside}\" ...");
                var body = new JsonObject { ["configure"] = line.GetValue(configure), ["write"] = line.GetValue(write), ["read"] = line.GetValue(read) };
                return PutAsync(session, Permissions, inside, user, body, cancellationToken);
            },
            name,
            configure,
            write,
            read,
            vhost);
    }

    private static Command SetTopic(CtlCommandFactory factory)
    {
        var vhost = CtlArguments.Vhost();
        var name = CtlArguments.User();
        var exchange = CtlArguments.Text("exchange", "A topic exchange");
        var write = CtlArguments.Text("write", "Expression for the routing keys that may be published with");
        var read = CtlArguments.Text("read", "Expression for the routing keys that may be bound with");
        return factory.Create(
            "set_topic_permissions",
            "Say which routing keys a user may use with a topic exchange",
            (session, line, cancellationToken) =>
            {
                var (inside, user) = (line.GetRequiredValue(vhost), line.GetRequiredValue(name));
                session.Output.Banner($"Setting topic permissions on \"{line.GetValue(exchange)}\" for user \"{user}\" in vhost \"{inside}\" ...");
                var body = new JsonObject { ["exchange"] = line.GetValue(exchange), ["write"] = line.GetValue(write), ["read"] = line.GetValue(read) };
                return PutAsync(session, TopicPermissions, inside, user, body, cancellationToken);
            },
            name,
            exchange,
            write,
            read,
            vhost);
    }

    private static Command Clear(CtlCommandFactory factory)
    {
        var vhost = CtlArguments.Vhost();
        var name = CtlArguments.User();
        return factory.Create(
            "clear_permissions",
            "Take from a user all that it may do in a virtual host",
            (session, line, cancellationToken) =>
            {
                var (inside, user) = (line.GetRequiredValue(vhost), line.GetRequiredValue(name));
                session.Output.Banner($"Clearing permissions for user \"{user}\" in vhost \"{inside}\" ...");
                return DeleteAsync(session, ApiPath.Of(Permissions, inside, user), inside, user, cancellationToken);
            },
            name,
            vhost);
    }

    private static Command ClearTopic(CtlCommandFactory factory)
    {
        var vhost = CtlArguments.Vhost();
        var name = CtlArguments.User();
        var exchange = CtlArguments.OptionalText("exchange", "Only for this exchange");
        return factory.Create(
            "clear_topic_permissions",
            "Lift what restricts a user's routing keys",
            (session, line, cancellationToken) =>
            {
                var (inside, user) = (line.GetRequiredValue(vhost), line.GetRequiredValue(name));
                session.Output.Banner($"Clearing topic permissions for user \"{user}\" in vhost \"{inside}\" ...");
                var path = line.GetValue(exchange) is { } only ? ApiPath.Of(TopicPermissions, inside, user, only) : ApiPath.Of(TopicPermissions, inside, user);
                return DeleteAsync(session, path, inside, user, cancellationToken);
            },
            name,
            exchange,
            vhost);
    }

    private static Command OfVhost(CtlCommandFactory factory, string name, string description, string banner, string kind, ListCommand list)
        => list.InVhost(factory, name, description, banner, vhost => ApiPath.Of("vhosts", vhost, kind));

    private static Command OfUser(CtlCommandFactory factory, string name, string description, string banner, string kind, ListCommand list)
    {
        var who = CtlArguments.User();
        return factory.Create(
            name,
            description,
            async (session, line, cancellationToken) =>
            {
                var user = line.GetRequiredValue(who);
                session.Output.Banner(banner.Replace("{0}", user, StringComparison.Ordinal));
                await session.RequireUserAsync(user, cancellationToken);
                await list.RunAsync(session, line, ApiPath.Of("users", user, kind), Missing.User(user), cancellationToken);
            },
            who);
    }

    private static async Task PutAsync(CtlSession session, string kind, string vhost, string user, JsonObject body, CancellationToken cancellationToken)
    {
        var answer = await session.Api.SendAsync(HttpMethod.Put, ApiPath.Of(kind, vhost, user), body, cancellationToken);
        if (answer.Status is HttpStatusCode.BadRequest or HttpStatusCode.NotFound)
        {
            await RequireBothAsync(session, vhost, user, cancellationToken);
        }

        session.Api.Succeed(answer);
    }

    private static async Task DeleteAsync(CtlSession session, string path, string vhost, string user, CancellationToken cancellationToken)
    {
        var answer = await session.Api.SendAsync(HttpMethod.Delete, path, null, cancellationToken);
        if (answer.Status == HttpStatusCode.NotFound)
        {
            // There was nothing to take away, which is as well, provided there could have been.
            await RequireBothAsync(session, vhost, user, cancellationToken);
            return;
        }

        session.Api.Succeed(answer);
    }

    private static async Task RequireBothAsync(CtlSession session, string vhost, string user, CancellationToken cancellationToken)
    {
        if (await session.Api.FindAsync(ApiPath.Of("vhosts", vhost), cancellationToken) is null)
        {
            throw new CtlException(CtlExitCode.Unavailable, Missing.Vhost(vhost));
        }

        await session.RequireUserAsync(user, cancellationToken);
    }
}
