using System.CommandLine;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using AmqpBroker.Control.Api;

namespace AmqpBroker.Control.Commands;

/// <summary>Health checks: exit code 0 when all is well, 69 when it is not.</summary>
internal static class HealthCommands
{
    public static IEnumerable<Command> Create(CtlCommandFactory factory)
    {
        yield return Ping(factory);
        yield return Running(factory, "check_running");
        yield return Running(factory, "is_running");
        yield return AwaitStartup(factory);
        yield return Check(factory, "check_ready", "Whether clients of AMQP can be served; needs no login", "Asking whether clients can be served ...", "Clients can be served", "ready-to-serve-clients");
        yield return Check(factory, "check_local_alarms", "Whether memory or disk is short here", "Asking the node to report any local resource alarms ...", "The node reported no local alarms", "local-alarms");
        yield return Check(factory, "check_alarms", "Whether memory or disk is short anywhere", "Asking the node to report any resource alarms ...", "The node reported no alarms, local or clusterwide", "alarms");
        yield return PortListener(factory);
        yield return ProtocolListener(factory);
        yield return Check(factory, "check_virtual_hosts", "Whether all virtual hosts run", "Checking if all vhosts are running ...", "The node reported all vhosts as running", "virtual-hosts");
        yield return Check(factory, "check_if_node_is_quorum_critical", "Whether queues would stand still without this node", "Checking if the node is critical for quorum of any quorum queues ...", "The node is not critical for any quorum queue", "node-is-quorum-critical");
        yield return CertificateExpiration(factory);
        yield return PortConnectivity(factory);
    }

    private static Command Ping(CtlCommandFactory factory) => factory.Create(
        "ping",
        "Whether the management API answers at all",
        async (session, _, cancellationToken) =>
        {
            session.Output.Banner($"Will ping {session.Api.Url}. This only checks that it answers.");
            await session.Api.SendAsync(HttpMethod.Get, "/whoami", null, cancellationToken);
            session.Output.Result("Ping succeeded");
        });

    private static Command Running(CtlCommandFactory factory, string name) => factory.Create(
        name,
        "Whether the broker is fully up",
        async (session, _, cancellationToken) =>
        {
            session.Output.Banner($"Checking if the broker is running at {session.Api.Url} ...");
            if (!await IsRunningAsync(session, cancellationToken))
            {
                throw new CtlException(CtlExitCode.Unavailable, "the broker answers, and does not run yet or any more");
            }

            session.Output.Result("The broker is fully booted and running");
        });

    private static async Task<bool> IsRunningAsync(CtlSession session, CancellationToken cancellationToken)
    {
        var nodes = await session.Api.GetAsync("/nodes?columns=name,running", cancellationToken);
        return nodes.EnumerateArray().All(node => node.TryGetProperty("running", out var running) && running.ValueKind == JsonValueKind.True);
    }

    private static Command AwaitStartup(CtlCommandFactory factory)
    {
        var within = new Option<int>("--within") { Description = "Seconds to wait at most", HelpName = "SECONDS", DefaultValueFactory = _ => 300 };
        return factory.Create(
            "await_startup",
            "Wait until the broker is up",
            async (session, line, cancellationToken) =>
            {
                var deadline = TimeProvider.System.GetTimestamp();
                while (!await IsUpAsync(session, cancellationToken))
                {
                    if (TimeProvider.System.GetElapsedTime(deadline).TotalSeconds > line.GetValue(within))
                    {
                        throw new CtlException(CtlExitCode.Timeout, $"{session.Api.Url} was not up within {line.GetValue(within)} s");
                    }

                    await Task.Delay(TimeSpan.FromMilliseconds(250), cancellationToken);
                }
            },
            within);
    }

    private static async Task<bool> IsUpAsync(CtlSession session, CancellationToken cancellationToken)
    {
        try
        {
            return await IsRunningAsync(session, cancellationToken);
        }
        catch (CtlException exception) when (exception.ExitCode is CtlExitCode.Unavailable or CtlExitCode.Timeout)
        {
            return false;
        }
    }

    private static Command Check(CtlCommandFactory factory, string name, string description, string banner, string success, string check)
        => factory.Create(
            name,
            description,
            async (session, _, cancellationToken) =>
            {
                session.Output.Banner(banner);
                var answer = await CheckAsync(session, "/health/checks/" + check, cancellationToken);
                session.Output.Result(answer.TryGetProperty("reason", out var reason) ? $"{success}: {reason}" : success);
            });

    private static Command PortListener(CtlCommandFactory factory)
    {
        var port = new Argument<int>("port") { Description = "Its number", HelpName = "PORT" };
        return factory.Create(
            "check_port_listener",
            "Whether anything listens on a port",
            async (session, line, cancellationToken) =>
            {
                session.Output.Banner($"Asking if there's an active listener on port {line.GetValue(port)} ...");
                await CheckAsync(session, ApiPath.Of("health", "checks", "port-listener", line.GetValue(port).ToString(CultureInfo.InvariantCulture)), cancellationToken);
                session.Output.Result($"A listener for port {line.GetValue(port)} is running.");
            },
            port);
    }

    private static Command ProtocolListener(CtlCommandFactory factory)
    {
        var protocol = CtlArguments.Text("protocol", "amqp, amqps, http or https");
        return factory.Create(
            "check_protocol_listener",
            "Whether a protocol is listened for",
            async (session, line, cancellationToken) =>
            {
                session.Output.Banner($"Asking if there's an active listener for protocol {line.GetValue(protocol)} ...");
                await CheckAsync(session, ApiPath.Of("health", "checks", "protocol-listener", line.GetRequiredValue(protocol)), cancellationToken);
                session.Output.Result($"A listener for protocol {line.GetValue(protocol)} is running.");
            },
            protocol);
    }

    private static Command CertificateExpiration(CtlCommandFactory factory)
    {
        var within = new Option<int>("--within") { Description = "How many of the units", HelpName = "NUMBER", DefaultValueFactory = _ => 4 };
        var unit = new Option<string>("--unit") { Description = "days, weeks, months or years", DefaultValueFactory = _ => "weeks" };
        unit.AcceptOnlyFromAmong("days", "weeks", "months", "years");
        return factory.Create(
            "check_certificate_expiration",
            "Whether a certificate will soon be no good any more",
            async (session, line, cancellationToken) =>
            {
                session.Output.Banner("Checking certificate expiration ...");
                var (number, units) = (line.GetValue(within), line.GetRequiredValue(unit));
                await CheckAsync(session, ApiPath.Of("health", "checks", "certificate-expiration", number.ToString(CultureInfo.InvariantCulture), units), cancellationToken);
                session.Output.Result($"No certificates are expiring within {number} {units}.");
            },
            within,
            unit);
    }

    private static Command PortConnectivity(CtlCommandFactory factory) => factory.Create(
        "check_port_connectivity",
        "Whether every port the broker listens on can be reached from here",
        async (session, _, cancellationToken) =>
        {
            session.Output.Banner("Testing TCP connections to all active listeners ...");
            var overview = await session.Api.GetAsync("/overview?columns=listeners", cancellationToken);
            List<int> reached = [];
            foreach (var listener in Listener.AllIn(overview).Where(listener => listener.Protocol != "clustering"))
            {
                await ConnectAsync(listener.HostFrom(session.Api.Url), listener.Port, cancellationToken);
                reached.Add(listener.Port);
            }

            session.Output.Result($"Successfully connected to ports {string.Join(", ", reached.Distinct())}.");
        });

    private static async Task ConnectAsync(string host, int port, CancellationToken cancellationToken)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(TimeSpan.FromSeconds(10));
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(host, port, deadline.Token);
        }
        catch (Exception exception) when (exception is SocketException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            throw new CtlException(CtlExitCode.Unavailable, $"cannot connect to {host} port {port}: {exception.Message}", exception);
        }
    }

    private static async Task<JsonElement> CheckAsync(CtlSession session, string path, CancellationToken cancellationToken)
    {
        var answer = await session.Api.SendAsync(HttpMethod.Get, path, null, cancellationToken);
        if (answer.Status != HttpStatusCode.ServiceUnavailable)
        {
            return session.Api.Succeed(answer).Json;
        }

        var details = answer.Json.EnumerateObject().Where(field => field.Name is not ("status" or "reason")).Select(field => $"{field.Name}: {field.Value.GetRawText()}");
        throw new CtlException(CtlExitCode.Unavailable, string.Join("; ", [answer.Reason, .. details]));
    }
}
