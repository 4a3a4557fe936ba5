using System.CommandLine;
using AmqpBroker.Control.Commands;

namespace AmqpBroker.Control;

/// <summary>The command <c>ctl</c>: administration of a broker over its management API, with the commands of RabbitMQ's tools.</summary>
internal static class CtlCommand
{
    public const string Name = "ctl";

    public static Command Create()
    {
        var options = new CtlOptions();
        var factory = new CtlCommandFactory(options);
        var command = new Command(Name, "Administer a running broker, over its management API.");
        foreach (var option in options.All)
        {
            command.Add(option);
        }

        IEnumerable<Command> commands =
        [
            .. StatusCommands.Create(factory),
            .. ObjectLists.Create(factory),
            .. QueueCommands.Create(factory),
            .. ConnectionCommands.Create(factory),
            .. VhostCommands.Create(factory),
            .. UserCommands.Create(factory),
            .. PermissionCommands.Create(factory),
            .. PolicyCommands.Create(factory),
            .. LimitCommands.Create(factory),
            .. ParameterCommands.Create(factory),
            .. DefinitionCommands.Create(factory),
            .. HealthCommands.Create(factory),
        ];
        foreach (var each in commands)
        {
            command.Add(each);
        }

        return command;
    }
}
