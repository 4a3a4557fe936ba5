using System.CommandLine;

namespace AmqpBroker.Commands;

/// <summary>The command <c>completion</c>: prints what a shell needs to complete the others. The shell asks this program itself.</summary>
internal static class CompletionCommand
{
    private const string Bash = """
        _amqpbroker() {
          local IFS=$'\n'
          COMPREPLY=($(compgen -W "$(amqpbroker "[suggest:$COMP_POINT]" "$COMP_LINE" 2> /dev/null)" -- "${COMP_WORDS[COMP_CWORD]}"))
        }
        complete -F _amqpbroker amqpbroker
        """;

    private const string Zsh = """
        #compdef amqpbroker
        _amqpbroker() {
          local -a found
          found=("${(@f)$(amqpbroker "[suggest:${#BUFFER}]" "$BUFFER" 2> /dev/null)}")
          compadd -a found
        }
        compdef _amqpbroker amqpbroker
        """;

    private const string Fish = """
        function __amqpbroker_complete
          set -l line (commandline -cp)
          amqpbroker "[suggest:"(string length -- "$line")"]" "$line" 2> /dev/null
        end
        complete -f -c amqpbroker -a '(__amqpbroker_complete)'
        """;

    public static Command Create()
    {
        var shell = new Argument<string>("shell") { Description = "bash, zsh or fish" };
        shell.AcceptOnlyFromAmong("bash", "zsh", "fish");
        var command = new Command("completion", "Print a script that completes command lines, such as: source <(amqpbroker completion bash)") { shell };
        command.SetAction(line => Console.Out.WriteLine(line.GetRequiredValue(shell) switch
        {
            "bash" => Bash,
            "zsh" => Zsh,
            _ => Fish,
        }));
        return command;
    }
}
