using System.Text.Json;
using AmqpBroker.Configuration.RabbitMq;
using Microsoft.Extensions.Configuration;

namespace AmqpBroker.Configuration;

/// <summary>Lays the sources of configuration over each other: file, RabbitMQ's files, environment, command line; the later one wins.</summary>
internal static class ConfigurationSources
{
    public const string FileName = "appsettings.json";
    public const string EnvironmentPrefix = "AMQPBROKER_";

    /// <param name="directory">Where the file is looked for; it need not be there.</param>
    /// <param name="commandLine">Keys and values from the command line.</param>
    /// <param name="rabbitMq">What RabbitMQ's files say.</param>
    /// <exception cref="InvalidDataException">The file is there, but is not JSON.</exception>
    public static IConfigurationRoot Build(string directory, IEnumerable<KeyValuePair<string, string?>> commandLine, RabbitMqConf rabbitMq)
        => new ConfigurationBuilder()
            .AddInMemoryCollection(rabbitMq.Defaults.Select(entry => new KeyValuePair<string, string?>(entry.Key, entry.Value)))
            .AddJsonFile(Path.Combine(Path.GetFullPath(directory), FileName), optional: true, reloadOnChange: false)
            .Add(new RabbitMqConfSource(rabbitMq))
            .AddInMemoryCollection(RabbitMqEnvironment.Read())
            .AddEnvironmentVariables(EnvironmentPrefix)
            .AddInMemoryCollection(LastOfEachKey(commandLine))
            .Build();

    /// <summary>One line about what <see cref="Build"/> threw.</summary>
    public static string DescribeUnreadableFile(Exception exception)
        => exception.GetBaseException() is JsonException json
            ? $"{FileName} is not valid JSON, line {json.LineNumber + 1}, column {json.BytePositionInLine + 1}"
            : $"cannot read {FileName}: {exception.GetBaseException().Message}";

    private static Dictionary<string, string?> LastOfEachKey(IEnumerable<KeyValuePair<string, string?>> commandLine)
    {
        var settings = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        foreach (var (key, value) in commandLine)
        {
            settings[key] = value;
        }

        return settings;
    }
}
