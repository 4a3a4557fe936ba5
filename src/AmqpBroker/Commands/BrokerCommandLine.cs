using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;
using AmqpBroker.Control;

namespace AmqpBroker.Commands;

/// <summary>The command line: which command is meant, and what is wrong with it when none is.</summary>
internal static class BrokerCommandLine
{
    public static async Task<int> RunAsync(string[] arguments)
    {
        var split = SettingArguments.Split(arguments);
        var result = Create(split.Settings).Parse(split.Others, new ParserConfiguration { ResponseFileTokenReplacer = null });
        var mistakes = FindMistakes(result, split);
        if (mistakes.Count > 0)
        {
            ErrorOutput.Write(mistakes);
            ErrorOutput.Write($"see {NameOf(result.CommandResult)} --help");
            return IsControl(result.CommandResult) ? CtlExitCode.Usage : ExitCode.Usage;
        }

        // The host and the load tool answer signals themselves, in their own time.
        return await result.InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null, EnableDefaultExceptionHandler = false });
    }

    private static RootCommand Create(IReadOnlyList<KeyValuePair<string, string?>> settings)
    {
        var serve = new ServeCommand(settings);
        var root = new RootCommand("An AMQP 0-9-1 broker that stands where RabbitMQ stands. Without a command it serves.");
        root.Add(serve.Config);
        root.SetAction(serve.RunAsync);

        var serveCommand = new Command(ServeCommand.Name, "Run the broker (the default).");
        serveCommand.Add(serve.Config);
        serveCommand.SetAction(serve.RunAsync);
        root.Add(serveCommand);

        root.Add(CtlCommand.Create());
        root.Add(CompletionCommand.Create());
        root.Add(PerfCommand.Create());
        root.Add(StorageCommand.Create());

        var help = root.Options.OfType<HelpOption>().Single();
        help.Action = new SettingsHelpAction((HelpAction)help.Action!);
        return root;
    }

    private static bool IsControl(CommandResult command) => command.Command.Name == CtlCommand.Name || (command.Parent is CommandResult parent && IsControl(parent));

    private static string NameOf(CommandResult command) => command is { Parent: CommandResult parent, Command.Name: var name }
        ? $"{NameOf(parent)} {name}"
        : "amqpbroker";

    private static List<string> FindMistakes(ParseResult result, SettingArguments split)
    {
        if (result.Action is SettingsHelpAction)
        {
            return [];
        }

        List<string> mistakes = [.. result.Errors.Select(error => error.Message)];
        mistakes.AddRange(split.WithoutValue.Select(name => $"{name} needs a value"));
        if (split.Settings.Count > 0 && result.CommandResult.Command is not (RootCommand or { Name: ServeCommand.Name }))
        {
            mistakes.Add($"--{split.Settings[0].Key} is a setting of {ServeCommand.Name}");
        }

        return mistakes;
    }
}
