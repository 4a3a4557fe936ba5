using AmqpBroker.Server.Hosting;

namespace AmqpBroker.Configuration;

/// <summary>The variables by which RabbitMQ's container image is told of its first user: every compose file has them.</summary>
internal static class RabbitMqEnvironment
{
    public const string User = "RABBITMQ_DEFAULT_USER";
    public const string Password = "RABBITMQ_DEFAULT_PASS";
    public const string VirtualHost = "RABBITMQ_DEFAULT_VHOST";

    private static readonly (string Variable, string Option)[] Variables =
    [
        (User, nameof(AmqpOptions.DefaultUser)),
        (Password, nameof(AmqpOptions.DefaultPassword)),
        (VirtualHost, nameof(AmqpOptions.DefaultVirtualHost)),
    ];

    /// <summary>What they say, as settings. An empty variable says nothing.</summary>
    public static IEnumerable<KeyValuePair<string, string?>> Read() => Variables
        .Select(static one => KeyValuePair.Create($"{SettingsCatalogue.AmqpSection}:{one.Option}", Environment.GetEnvironmentVariable(one.Variable)))
        .Where(static setting => !string.IsNullOrEmpty(setting.Value));
}
