using System.CommandLine;
using System.Text.Json.Nodes;
using AmqpBroker.Control.Api;
using AmqpBroker.Control.Output;

namespace AmqpBroker.Control.Commands;

/// <summary>Virtual hosts.</summary>
internal static class VhostCommands
{
    public static IEnumerable<Command> Create(CtlCommandFactory factory)
    {
        yield return List(factory);
        yield return Add(factory);
        yield return Delete(factory);
    }

    private static Command List(CtlCommandFactory factory)
    {
        var list = new ListCommand(
            ["name"],
            Column.Plain("name", "description", "tags", "default_queue_type", "tracing", "cluster_state", "protected_from_deletion", "messages", "messages_ready", "messages_unacknowledged"));
        return list.Everywhere(factory, "list_vhosts", "Virtual hosts", "Listing vhosts ...", ApiPath.Of("vhosts"), list.Columns);
    }

    private static Command Add(CtlCommandFactory factory)
    {
        var name = CtlArguments.Text("vhost", "Its name");
        var description = new Option<string?>("--description") { Description = "What it is for" };
        var tags = new Option<string?>("--tags") { Description = "Words, separated by commas" };
        var queueType = new Option<string?>("--default-queue-type") { Description = "What queues are that do not say: classic or quorum" };
        return factory.Create(
            "add_vhost",
            "Make a virtual host; whoever is to use it needs permissions",
            async (session, line, cancellationToken) =>
            {
                var vhost = line.GetRequiredValue(name);
                session.Output.Banner($"Adding vhost \"{vhost}\" ...");
                var body = new JsonObject();
                Add(body, "description", line.GetValue(description));
                Add(body, "tags", line.GetValue(tags));
                Add(body, "default_queue_type", line.GetValue(queueType));

                // RabbitMQ 3.10 knows it by this name only.
                Add(body, "defaultqueuetype", line.GetValue(queueType));
                await session.Api.PutAsync(ApiPath.Of("vhosts", vhost), body, cancellationToken);
            },
            name,
            description,
            tags,
            queueType);
    }

    private static void Add(JsonObject body, string name, string? value)
    {
        if (value is not null)
        {
            body[name] = value;
        }
    }

    private static Command Delete(CtlCommandFactory factory)
    {
        var name = CtlArguments.Text("vhost", "Its name");
        return factory.Create(
            "delete_vhost",
            "Delete a virtual host with everything in it",
            (session, line, cancellationToken) =>
            {
                var vhost = line.GetRequiredValue(name);
                session.Output.Banner($"Deleting vhost \"{vhost}\" ...");
                return session.Api.DeleteAsync(ApiPath.Of("vhosts", vhost), new CtlException(CtlExitCode.DataError, Missing.Vhost(vhost)), cancellationToken);
            },
            name);
    }
}
