using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using AmqpBroker.Configuration;

namespace AmqpBroker.Commands;

/// <summary>The usual help, and below it the settings, which are configuration keys rather than options.</summary>
internal sealed class SettingsHelpAction(HelpAction usual) : SynchronousCommandLineAction
{
    public override int Invoke(ParseResult parseResult)
    {
        var result = usual.Invoke(parseResult);
        if (parseResult.CommandResult.Command is RootCommand or { Name: ServeCommand.Name })
        {
            Write(parseResult.InvocationConfiguration.Output);
        }

        return result;
    }

    private static void Write(TextWriter output)
    {
        output.WriteLine("Settings (--Key=value; or AMQPBROKER_ in the environment with __ for each colon; or appsettings.json):");
        var width = SettingsCatalogue.All.Max(setting => setting.Key.Length) + 2;
        foreach (var setting in SettingsCatalogue.All)
        {
            output.WriteLine($"  {setting.Key.PadRight(width)}{setting.Description.Replace("`", string.Empty, StringComparison.Ordinal)} [{setting.Default}]");
        }

        output.WriteLine();
    }
}
