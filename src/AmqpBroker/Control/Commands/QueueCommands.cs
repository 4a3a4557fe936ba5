using System.CommandLine;
using AmqpBroker.Control.Api;

namespace AmqpBroker.Control.Commands;

/// <summary>What is done to one queue.</summary>
internal static class QueueCommands
{
    public static IEnumerable<Command> Create(CtlCommandFactory factory)
    {
        yield return Purge(factory);
        yield return Delete(factory);
    }

    private static Command Purge(CtlCommandFactory factory)
    {
        var vhost = CtlArguments.Vhost();
        var name = CtlArguments.Text("queue", "Its name");
        return factory.Create(
            "purge_queue",
            "Drop all ready messages of a queue",
            (session, line, cancellationToken) =>
            {
                var (inside, queue) = (line.GetRequiredValue(vhost), line.GetRequiredValue(name));
                session.Output.Banner($"Purging queue '{queue}' in vhost '{inside}' ...");
                return session.Api.DeleteAsync(ApiPath.Of("queues", inside, queue, "contents"), NoQueue(CtlExitCode.Unavailable, inside, queue), cancellationToken);
            },
            name,
            vhost);
    }

    private static Command Delete(CtlCommandFactory factory)
    {
        var vhost = CtlArguments.Vhost();
        var name = CtlArguments.Text("queue", "Its name");
        var ifEmpty = new Option<bool>("--if-empty", "-e") { Description = "Only when there is no message in it" };
        var ifUnused = new Option<bool>("--if-unused") { Description = "Only when nobody consumes from it" };
        return factory.Create(
            "delete_queue",
            "Delete a queue with its messages",
            async (session, line, cancellationToken) =>
            {
                var (inside, queue) = (line.GetRequiredValue(vhost), line.GetRequiredValue(name));
                session.Output.Banner($"Deleting queue '{queue}' on vhost '{inside}' ...");
                string[] conditions = [.. Condition(line.GetValue(ifEmpty), "if-empty"), .. Condition(line.GetValue(ifUnused), "if-unused")];
                var path = ApiPath.Of("queues", inside, queue) + (conditions.Length == 0 ? string.Empty : "?" + string.Join('&', conditions));
                await session.Api.DeleteAsync(path, NoQueue(CtlExitCode.Usage, inside, queue), cancellationToken);
                session.Output.Result("Queue was successfully deleted");
            },
            name,
            ifEmpty,
            ifUnused,
            vhost);
    }

    private static string[] Condition(bool isSet, string name) => isSet ? [name + "=true"] : [];

    private static CtlException NoQueue(int exitCode, string vhost, string queue) => new(exitCode, $"there is no queue '{queue}' in vhost '{vhost}'");
}
