using AmqpBroker.Configuration;
using AmqpBroker.Serving;

namespace AmqpBroker.Commands;

/// <summary>Runs the broker until it is told to stop.</summary>
internal sealed class ServeCommand(IReadOnlyList<KeyValuePair<string, string?>> commandLineSettings)
{
    public const string Name = "serve";

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        if (!TryReadSettings(out var settings, out var mistakes))
        {
            ErrorOutput.Write(mistakes);
            return ExitCode.Failure;
        }

        try
        {
            await new BrokerRun(settings).RunAsync(cancellationToken);
            return ExitCode.Success;
        }
        catch (Exception exception) when (StartFailure.TryDescribe(exception, settings, out var lines))
        {
            ErrorOutput.Write(lines);
            return ExitCode.Failure;
        }
    }

    private bool TryReadSettings(out BrokerSettings settings, out IReadOnlyList<string> mistakes)
    {
        try
        {
            var configuration = ConfigurationSources.Build(Environment.CurrentDirectory, commandLineSettings);
            return SettingsReader.TryRead(configuration, out settings, out mistakes);
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            settings = new(new(), new(), new());
            mistakes = [ConfigurationSources.DescribeUnreadableFile(exception)];
            return false;
        }
    }
}
