using System.CommandLine;
using System.Text.Json;
using AmqpBroker.Control.Output;
using AmqpBroker.Serving;

namespace AmqpBroker.Control.Commands;

/// <summary>What there is to be known of the broker as a whole.</summary>
internal static class StatusCommands
{
    public static IEnumerable<Command> Create(CtlCommandFactory factory)
    {
        yield return Status(factory);
        yield return ClusterStatus(factory);
        yield return Listeners(factory);
        yield return Alarms(factory);
        yield return MemoryCommand.Create(factory);
        yield return factory.Create(
            "server_version",
            "The RabbitMQ version the broker stands in for",
            async (session, _, cancellationToken) =>
            {
                session.Output.Banner("Asking for the RabbitMQ version ...");
                session.Output.Line((await session.Api.GetAsync("/overview?columns=rabbitmq_version", cancellationToken)).GetProperty("rabbitmq_version").GetString() ?? string.Empty);
            });
        yield return factory.Create(
            "version",
            "The version of this tool",
            (session, _, _) =>
            {
                session.Output.Line(ProductVersion.Text);
                return Task.CompletedTask;
            });
    }

    private static Command Status(CtlCommandFactory factory)
    {
        var unit = new Option<SizeUnit>("--unit") { Description = "Of memory and disk: bytes, mb or gb", DefaultValueFactory = _ => SizeUnit.Gb };
        return factory.Create(
            "status",
            "Version, memory, disk, alarms, totals and listeners",
            async (session, line, cancellationToken) =>
            {
                var status = await BrokerStatus.ReadAsync(session.Api, cancellationToken);
                if (session.Output.Format == OutputFormat.Json)
                {
                    session.Output.Json(status.Write);
                    return;
                }

                session.Output.Banner($"Status of node {status.Node} ...");
                status.Write(session.Output, line.GetValue(unit));
            },
            unit);
    }

    private static Command ClusterStatus(CtlCommandFactory factory) => factory.Create(
        "cluster_status",
        "Name, nodes, alarms and listeners",
        async (session, _, cancellationToken) =>
        {
            var status = await ClusterStatusText.ReadAsync(session.Api, cancellationToken);
            if (session.Output.Format == OutputFormat.Json)
            {
                session.Output.Json(status.Write);
                return;
            }

            session.Output.Banner($"Cluster status of node {status.Node} ...");
            status.Write(session.Output);
        });

    private static Command Listeners(CtlCommandFactory factory)
    {
        Column[] columns = [.. Column.Plain("interface", "port", "protocol")];
        return factory.Create(
            "listeners",
            "Ports the broker listens on",
            async (session, _, cancellationToken) =>
            {
                session.Output.Banner("Asking the node to report its protocol listeners ...");
                var overview = await session.Api.GetAsync("/overview?columns=listeners", cancellationToken);
                session.Output.Rows(columns, Listener.AllIn(overview).Select(listener => new Row([Json(listener.Address), Json(listener.Port), Json(listener.Protocol)])));
            });
    }

    private static Command Alarms(CtlCommandFactory factory) => factory.Create(
        "alarms",
        "Which resources are short",
        async (session, _, cancellationToken) =>
        {
            session.Output.Banner("Asking the node to report any known resource alarms ...");
            var answer = (await session.Api.SendAsync(HttpMethod.Get, "/health/checks/alarms", null, cancellationToken)).Json;
            var alarms = answer.TryGetProperty("alarms", out var found) ? found : JsonSerializer.SerializeToElement(Array.Empty<string>());
            session.Output.Rows([.. Column.Plain("node", "resource")], alarms.EnumerateArray().Select(alarm => new Row([alarm.GetProperty("node"), alarm.GetProperty("resource")])));
        });

    private static JsonElement Json<T>(T value) => JsonSerializer.SerializeToElement(value, JsonSerializerOptions.Web);
}
