using System.CommandLine;
using System.Text.Json.Nodes;
using AmqpBroker.Control.Api;
using AmqpBroker.Control.Output;

namespace AmqpBroker.Control.Commands;

/// <summary>Policies, and those of operators, which differ in where they are kept and in how they are called.</summary>
internal static class PolicyCommands
{
    public static IEnumerable<Command> Create(CtlCommandFactory factory)
    {
        yield return Set(factory, "set_policy", "policies", "policy", "all");
        yield return Clear(factory, "clear_policy", "policies", "policy");
        yield return List(factory, "list_policies", "policies", "policies");
        yield return Set(factory, "set_operator_policy", "operator-policies", "operator policy override", "queues");
        yield return Clear(factory, "clear_operator_policy", "operator-policies", "operator policy");
        yield return List(factory, "list_operator_policies", "operator-policies", "operator policy overrides");
    }

    private static Command Set(CtlCommandFactory factory, string name, string kind, string called, string appliesTo)
    {
        var vhost = CtlArguments.Vhost();
        var policy = CtlArguments.Text("name", "Its name");
        var pattern = CtlArguments.Text("pattern", "Expression for the names it is for");
        var definition = CtlArguments.Text("definition", "A JSON object, such as '{\"max-length\":1000}'");
        var priority = new Option<int>("--priority") { Description = "Of several that fit, the highest counts", HelpName = "NUMBER" };
        var applyTo = new Option<string>("--apply-to") { Description = "queues, exchanges, all, classic_queues, quorum_queues or streams", HelpName = "KIND", DefaultValueFactory = _ => appliesTo };
        applyTo.CompletionSources.Add("queues", "exchanges", "all", "classic_queues", "quorum_queues", "streams");
        return factory.Create(
            name,
            $"Set a {called}",
            (session, line, cancellationToken) =>
            {
                var (inside, text) = (line.GetRequiredValue(vhost), line.GetRequiredValue(definition));
                session.Output.Banner($"Setting {called} \"{line.GetValue(policy)}\" for pattern \"{line.GetValue(pattern)}\" to \"{text}\" with priority \"{line.GetValue(priority)}\" for vhost \"{inside}\" ...");
                var body = new JsonObject
                {
                    ["pattern"] = line.GetValue(pattern),
                    ["definition"] = CtlArguments.ReadObject(text),
                    ["priority"] = line.GetValue(priority),
                    ["apply-to"] = line.GetValue(applyTo),
                };
                return session.Api.PutAsync(
                    ApiPath.Of(kind, inside, line.GetRequiredValue(policy)), body, new CtlException(CtlExitCode.Unavailable, Missing.Vhost(inside)), cancellationToken);
            },
            policy,
            pattern,
            definition,
            priority,
            applyTo,
            vhost);
    }

    private static Command Clear(CtlCommandFactory factory, string name, string kind, string called)
    {
        var vhost = CtlArguments.Vhost();
        var policy = CtlArguments.Text("name", "Its name");
        return factory.Create(
            name,
            $"Take a {called} away",
            (session, line, cancellationToken) =>
            {
                var (inside, which) = (line.GetRequiredValue(vhost), line.GetRequiredValue(policy));
                session.Output.Banner($"Clearing {called} \"{which}\" on vhost \"{inside}\" ...");
                var missing = new CtlException(CtlExitCode.Unavailable, $"there is no {called} '{which}' in vhost '{inside}'");
                return session.Api.DeleteAsync(ApiPath.Of(kind, inside, which), missing, cancellationToken);
            },
            policy,
            vhost);
    }

    private static Command List(CtlCommandFactory factory, string name, string kind, string called)
    {
        string[] columns = ["vhost", "name", "pattern", "apply-to", "definition", "priority"];
        return new ListCommand(columns, Column.Plain(columns)).InVhost(
            factory, name, $"List {called}", $"Listing {called} for vhost \"{{0}}\" ...", vhost => ApiPath.Of(kind, vhost));
    }
}
