using System.CommandLine;
using System.Net;
using System.Text.Json;
using AmqpBroker.Control.Api;

namespace AmqpBroker.Control.Commands;

/// <summary>Closing connections of clients, who are told the reason.</summary>
internal static class ConnectionCommands
{
    public static IEnumerable<Command> Create(CtlCommandFactory factory)
    {
        yield return CloseOne(factory);
        yield return CloseAll(factory);
        yield return CloseAllOfUser(factory);
    }

    private static Command CloseOne(CtlCommandFactory factory)
    {
        var name = CtlArguments.Text("connection", "Its name, as list_connections shows it as pid and name");
        var reason = CtlArguments.Text("reason", "Told to the client");
        return factory.Create(
            "close_connection",
            "Close a connection",
            async (session, line, cancellationToken) =>
            {
                var (connection, why) = (line.GetRequiredValue(name), line.GetRequiredValue(reason));
                session.Output.Banner($"Closing connection {connection}, reason: {why}...");
                if (!await CloseAsync(session, connection, why, cancellationToken))
                {
                    throw new CtlException(CtlExitCode.Unavailable, $"there is no connection '{connection}': list_connections name shows them");
                }
            },
            name,
            reason);
    }

    private static Command CloseAll(CtlCommandFactory factory)
    {
        var vhost = CtlArguments.Vhost();
        var global = new Option<bool>("--global") { Description = "In all virtual hosts" };
        var delay = new Option<int>("--per-connection-delay") { Description = "Milliseconds between one and the next", HelpName = "MILLISECONDS" };
        var limit = new Option<int>("--limit") { Description = "Most connections to close; 0: all", HelpName = "NUMBER" };
        var reason = CtlArguments.Text("reason", "Told to the clients");
        return factory.Create(
            "close_all_connections",
            "Close the connections of a virtual host",
            async (session, line, cancellationToken) =>
            {
                var (inside, why) = (line.GetRequiredValue(vhost), line.GetRequiredValue(reason));
                var everywhere = line.GetValue(global);
                session.Output.Banner(everywhere ? $"Closing all connections in all vhosts, reason: {why}..." : $"Closing all connections in vhost {inside}, reason: {why}...");
                var path = everywhere ? ApiPath.Of("connections") : ApiPath.Of("vhosts", inside, "connections");
                var found = await session.Api.FindAsync(path + "?columns=name", cancellationToken)
                    ?? throw new CtlException(CtlExitCode.Unavailable, Missing.Vhost(inside));
                var names = Names(found);
                await CloseAllAsync(session, line.GetValue(limit) is > 0 and var most ? names.Take(most) : names, why, line.GetValue(delay), cancellationToken);
            },
            reason,
            vhost,
            global,
            delay,
            limit);
    }

    private static Command CloseAllOfUser(CtlCommandFactory factory)
    {
        var name = CtlArguments.User("Whose");
        var reason = CtlArguments.Text("reason", "Told to the clients");
        return factory.Create(
            "close_all_user_connections",
            "Close the connections of a user",
            async (session, line, cancellationToken) =>
            {
                var (user, why) = (line.GetRequiredValue(name), line.GetRequiredValue(reason));
                session.Output.Banner($"Closing connections of user {user}, reason: {why} ...");
                var found = await session.Api.GetAsync(ApiPath.Of("connections", "username", user), cancellationToken);
                await CloseAllAsync(session, Names(found), why, delay: 0, cancellationToken);
            },
            name,
            reason);
    }

    private static IEnumerable<string> Names(JsonElement connections)
        => connections.EnumerateArray().Select(connection => connection.TryGetProperty("name", out var name) ? name.GetString() : null).OfType<string>();

    private static async Task CloseAllAsync(CtlSession session, IEnumerable<string> names, string reason, int delay, CancellationToken cancellationToken)
    {
        var closed = 0;
        foreach (var name in names)
        {
            if (closed > 0 && delay > 0)
            {
                await Task.Delay(delay, cancellationToken);
            }

            closed += await CloseAsync(session, name, reason, cancellationToken) ? 1 : 0;
        }

        session.Output.Result($"Closed {closed} connections");
    }

    private static async Task<bool> CloseAsync(CtlSession session, string name, string reason, CancellationToken cancellationToken)
    {
        var answer = await session.Api.SendAsync(HttpMethod.Delete, ApiPath.Of("connections", name), body: null, reason, cancellationToken);
        if (answer.Status == HttpStatusCode.NotFound)
        {
            return false;
        }

        session.Api.Succeed(answer);
        return true;
    }
}
