using AmqpBroker.Logging;
using AmqpBroker.Management.Hosting;
using AmqpBroker.Server.Hosting;
using AmqpBroker.Telemetry;
using Microsoft.Extensions.Configuration;

namespace AmqpBroker.Configuration;

/// <summary>Turns a configuration into settings, or into the list of everything that is wrong with it.</summary>
internal static class SettingsReader
{
    private static readonly string[] Sections =
    [
        SettingsCatalogue.AmqpSection,
        SettingsCatalogue.StorageSection,
        SettingsCatalogue.ManagementSection,
        SettingsCatalogue.TelemetrySection,
        SettingsCatalogue.LoggingSection,
    ];

    public static bool TryRead(IConfiguration configuration, out BrokerSettings settings, out IReadOnlyList<string> mistakes)
    {
        List<string> found = [];
        var broker = new AmqpBrokerOptions();
        var management = new ManagementOptions();
        var telemetry = new TelemetryOptions();
        var logging = new LogSettings();
        var reader = new SectionReader(found);

        foreach (var section in configuration.GetChildren())
        {
            switch (Sections.FirstOrDefault(known => known.Equals(section.Key, StringComparison.OrdinalIgnoreCase)))
            {
                case SettingsCatalogue.AmqpSection:
                    reader.Read(section, broker.Amqp);
                    break;
                case SettingsCatalogue.StorageSection:
                    reader.Read(section, broker.Storage);
                    break;
                case SettingsCatalogue.ManagementSection:
                    reader.Read(section, management);
                    break;
                case SettingsCatalogue.TelemetrySection:
                    reader.Read(section, telemetry);
                    break;
                case SettingsCatalogue.LoggingSection:
                    LogSettingsReader.Read(section, logging, reader, found);
                    break;
                default:
                    CheckUnknownSection(section, reader);
                    break;
            }
        }

        // What could not be converted is reported already; its default is valid and adds nothing to the list.
        found.AddRange(new AmqpBrokerOptionsValidator().Validate(null, broker).Failures ?? []);
        found.AddRange(new ManagementOptionsValidator().Validate(null, management).Failures ?? []);
        found.AddRange(TelemetryOptionsValidator.Validate(telemetry));
        settings = new(broker, management, logging) { Telemetry = telemetry };
        mistakes = found;
        return found.Count == 0;
    }

    private static void CheckUnknownSection(IConfigurationSection section, SectionReader reader)
    {
        // A single value outside every section is none of ours: Kubernetes puts AMQPBROKER_PORT and its like into
        // the environment of every pod beside a service of this name.
        if (section.GetChildren().FirstOrDefault() is { } entry)
        {
            reader.AddUnknown(entry.Path, Sections.Select(name => name + ":..."));
        }
    }
}
