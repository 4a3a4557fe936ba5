using System.CommandLine;
using AmqpBroker.Commands;
using AmqpBroker.Control.Api;

namespace AmqpBroker.Control;

/// <summary>Makes commands that open a session, run, and turn a failure into an exit code.</summary>
internal sealed class CtlCommandFactory(CtlOptions options)
{
    /// <param name="name">As RabbitMQ calls it.</param>
    /// <param name="description">For the help.</param>
    /// <param name="run">Does the work.</param>
    /// <param name="symbols">Arguments and options.</param>
    public Command Create(string name, string description, Func<CtlSession, ParseResult, CancellationToken, Task> run, params IEnumerable<Symbol> symbols)
    {
        var command = new Command(name, description);
        foreach (var symbol in symbols)
        {
            if (symbol is Argument argument)
            {
                command.Add(argument);
            }
            else
            {
                command.Add((Option)symbol);
            }
        }

        command.SetAction((line, cancellationToken) => RunAsync(line, run, cancellationToken));
        return command;
    }

    private async Task<int> RunAsync(ParseResult line, Func<CtlSession, ParseResult, CancellationToken, Task> run, CancellationToken cancellationToken)
    {
        try
        {
            var output = options.CreateOutput(line, Console.Out, !Console.IsOutputRedirected);
            var resolver = new TargetResolver(Environment.GetEnvironmentVariable, Console.IsInputRedirected ? null : Prompt.Read);
            using var api = new ApiClient(resolver.Resolve(options.ReadTarget(line)));
            await run(new CtlSession(api, output), line, cancellationToken);
            return CtlExitCode.Success;
        }
        catch (CtlException exception)
        {
            ErrorOutput.Write(exception.Message);
            return exception.ExitCode;
        }
    }
}
