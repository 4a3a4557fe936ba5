using System.CommandLine;
using System.Text.Json.Nodes;
using AmqpBroker.Control.Api;
using AmqpBroker.Control.Output;

namespace AmqpBroker.Control.Commands;

/// <summary>Parameters of virtual hosts and of the whole, the name of the cluster, feature flags.</summary>
internal static class ParameterCommands
{
    private const string Parameters = "parameters";
    private const string GlobalParameters = "global-parameters";

    public static IEnumerable<Command> Create(CtlCommandFactory factory)
    {
        yield return Set(factory);
        yield return Clear(factory);
        yield return List(factory);
        yield return SetGlobal(factory);
        yield return ClearGlobal(factory);
        yield return ListOf(factory, "list_global_parameters", "Parameters of the whole broker", "Listing global runtime parameters ...", GlobalParameters, "name", "value");
        yield return ListOf(factory, "list_feature_flags", "Feature flags and their state", "Listing feature flags ...", "feature-flags", "name", "state");
        yield return FeatureFlagCommands.Enable(factory);
        yield return SetClusterName(factory);
    }

    private static Command Set(CtlCommandFactory factory)
    {
        var vhost = CtlArguments.Vhost();
        var component = CtlArguments.Text("component", "Whose it is");
        var name = CtlArguments.Text("name", "Its name");
        var value = CtlArguments.Text("value", "JSON");
        return factory.Create(
            "set_parameter",
            "Set a parameter",
            (session, line, cancellationToken) =>
            {
                var (inside, whose, which) = (line.GetRequiredValue(vhost), line.GetRequiredValue(component), line.GetRequiredValue(name));
                session.Output.Banner($"Setting runtime parameter \"{whose}\" for component \"{which}\" to \"{line.GetValue(value)}\" in vhost \"{inside}\" ...");
                var body = new JsonObject { ["value"] = CtlArguments.ReadJson(line.GetRequiredValue(value)) };
                return session.Api.PutAsync(ApiPath.Of(Parameters, whose, inside, which), body, cancellationToken);
            },
            component,
            name,
            value,
            vhost);
    }

    private static Command Clear(CtlCommandFactory factory)
    {
        var vhost = CtlArguments.Vhost();
        var component = CtlArguments.Text("component", "Whose it is");
        var name = CtlArguments.Text("name", "Its name");
        return factory.Create(
            "clear_parameter",
            "Take a parameter away",
            (session, line, cancellationToken) =>
            {
                var (inside, whose, which) = (line.GetRequiredValue(vhost), line.GetRequiredValue(component), line.GetRequiredValue(name));
                session.Output.Banner($"Clearing runtime parameter \"{which}\" for component \"{whose}\" on vhost \"{inside}\" ...");
                return DeleteAsync(session, ApiPath.Of(Parameters, whose, inside, which), cancellationToken);
            },
            component,
            name,
            vhost);
    }

    private static Command List(CtlCommandFactory factory)
    {
        var vhost = CtlArguments.Vhost();
        string[] columns = ["component", "name", "value"];
        var list = new ListCommand(columns, Column.Plain(columns));
        return factory.Create(
            "list_parameters",
            "Parameters of a virtual host",
            (session, line, cancellationToken) =>
            {
                var inside = line.GetRequiredValue(vhost);
                session.Output.Banner($"Listing runtime parameters for vhost \"{inside}\" ...");
                return list.RunAsync(
                    session, line, ApiPath.Of(Parameters), Missing.Function, cancellationToken, item => item.TryGetProperty("vhost", out var its) && its.GetString() == inside);
            },
            vhost);
    }

    private static Command SetGlobal(CtlCommandFactory factory)
    {
        var name = CtlArguments.Text("name", "Its name");
        var value = CtlArguments.Text("value", "JSON");
        return factory.Create(
            "set_global_parameter",
            "Set a parameter of the whole broker",
            (session, line, cancellationToken) =>
            {
                var which = line.GetRequiredValue(name);
                session.Output.Banner($"Setting global runtime parameter \"{which}\" to \"{line.GetValue(value)}\" ...");
                var body = new JsonObject { ["value"] = CtlArguments.ReadJson(line.GetRequiredValue(value)) };
                return session.Api.PutAsync(ApiPath.Of(GlobalParameters, which), body, cancellationToken);
            },
            name,
            value);
    }

    private static Command ClearGlobal(CtlCommandFactory factory)
    {
        var name = CtlArguments.Text("name", "Its name");
        return factory.Create(
            "clear_global_parameter",
            "Take a parameter of the whole broker away",
            (session, line, cancellationToken) =>
            {
                var which = line.GetRequiredValue(name);
                session.Output.Banner($"Clearing global runtime parameter \"{which}\" ...");
                return DeleteAsync(session, ApiPath.Of(GlobalParameters, which), cancellationToken);
            },
            name);
    }

    private static Command ListOf(CtlCommandFactory factory, string name, string description, string banner, string kind, params string[] columns)
        => new ListCommand(columns, Column.Plain(columns)).Everywhere(factory, name, description, banner, ApiPath.Of(kind));

    private static Command SetClusterName(CtlCommandFactory factory)
    {
        var name = CtlArguments.Text("name", "What clients are told");
        return factory.Create(
            "set_cluster_name",
            "Name the cluster",
            (session, line, cancellationToken) =>
            {
                session.Output.Banner($"Setting cluster name to {line.GetValue(name)} ...");
                return session.Api.PutAsync(ApiPath.Of("cluster-name"), new JsonObject { ["name"] = line.GetValue(name) }, cancellationToken);
            },
            name);
    }

    private static Task DeleteAsync(CtlSession session, string path, CancellationToken cancellationToken)
        => session.Api.DeleteAsync(path, new CtlException(CtlExitCode.Unavailable, "Parameter does not exist"), cancellationToken);
}
