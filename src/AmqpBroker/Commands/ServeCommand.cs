using System.CommandLine;
using AmqpBroker.Configuration;
using AmqpBroker.Configuration.RabbitMq;
using AmqpBroker.Serving;

namespace AmqpBroker.Commands;

/// <summary>Runs the broker until it is told to stop.</summary>
internal sealed class ServeCommand(IReadOnlyList<KeyValuePair<string, string?>> commandLineSettings)
{
    public const string Name = "serve";

    /// <summary>For the root command and for the one of this name.</summary>
    public Option<string[]> Config { get; } = new("--config")
    {
        Description = "A rabbitmq.conf, or a directory of such files; may be given more than once",
        HelpName = "FILE",
        DefaultValueFactory = _ => [],
    };

    public async Task<int> RunAsync(ParseResult line, CancellationToken cancellationToken)
    {
        if (!TryReadSettings(line.GetRequiredValue(Config), out var settings, out var mistakes))
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

    private bool TryReadSettings(string[] files, out BrokerSettings settings, out IReadOnlyList<string> mistakes)
    {
        try
        {
            var rabbitMq = RabbitMqConfReader.Read(files, Environment.GetEnvironmentVariable, GC.GetGCMemoryInfo().TotalAvailableMemoryBytes);
            var configuration = ConfigurationSources.Build(Environment.CurrentDirectory, commandLineSettings, rabbitMq);
            var isRead = SettingsReader.TryRead(configuration, out settings, out var found);
            settings = settings with { IgnoredRabbitMqKeys = rabbitMq.Ignored };
            mistakes = [.. rabbitMq.Mistakes, .. found.Select(mistake => RabbitMqConfSource.Locate(configuration, mistake))];
            return isRead && mistakes.Count == 0;
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            settings = new(new(), new(), new());
            mistakes = [ConfigurationSources.DescribeUnreadableFile(exception)];
            return false;
        }
    }
}
