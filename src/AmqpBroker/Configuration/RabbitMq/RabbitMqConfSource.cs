using Microsoft.Extensions.Configuration;

namespace AmqpBroker.Configuration.RabbitMq;

/// <summary>What RabbitMQ's files say, as a source of configuration that still knows the lines.</summary>
internal sealed class RabbitMqConfSource(RabbitMqConf conf) : IConfigurationSource
{
    public IConfigurationProvider Build(IConfigurationBuilder builder) => new Provider(conf);

    /// <summary>Puts the place before a mistake about a setting whose value comes from one of the files.</summary>
    /// <param name="configuration">Where the value was read.</param>
    /// <param name="mistake">It starts with the setting's key, and <c>is</c>.</param>
    public static string Locate(IConfigurationRoot configuration, string mistake)
    {
        var key = mistake[..mistake.IndexOf(' ', StringComparison.Ordinal)];
        var source = configuration.Providers.LastOrDefault(provider => provider.TryGet(key, out _));
        return source is Provider provider && provider.OriginOf(key) is { } origin
            ? $"{origin.Place}: {origin.Key}: {mistake}"
            : mistake;
    }

    private sealed class Provider : ConfigurationProvider
    {
        private readonly RabbitMqConf _conf;

        public Provider(RabbitMqConf conf)
        {
            _conf = conf;
            foreach (var (key, setting) in conf.Settings)
            {
                Data[key] = setting.Value;
            }
        }

        public ConfEntry? OriginOf(string key) => _conf.Settings.TryGetValue(key, out var setting) ? setting.Origin : null;
    }
}
