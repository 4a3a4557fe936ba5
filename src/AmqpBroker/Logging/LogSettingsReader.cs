using AmqpBroker.Configuration;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace AmqpBroker.Logging;

/// <summary>Reads the <c>Logging</c> section: the format, and a level for any number of categories.</summary>
internal static class LogSettingsReader
{
    public static void Read(IConfigurationSection section, LogSettings settings, SectionReader reader, List<string> mistakes)
    {
        foreach (var entry in section.GetChildren())
        {
            if (entry.Key.Equals(SettingsCatalogue.LogFormatKey, StringComparison.OrdinalIgnoreCase))
            {
                settings.Format = ReadName(entry, settings.Format, mistakes);
            }
            else if (entry.Key.Equals(SettingsCatalogue.LogLevelKey, StringComparison.OrdinalIgnoreCase))
            {
                foreach (var level in entry.GetChildren())
                {
                    settings.Levels[level.Key] = ReadName(level, LogLevel.Information, mistakes);
                }
            }
            else
            {
                reader.AddUnknown(entry.Path, [SettingsCatalogue.LogFormatKey, SettingsCatalogue.LogLevelKey + ":<category>"]);
            }
        }
    }

    private static T ReadName<T>(IConfigurationSection entry, T otherwise, List<string> mistakes)
        where T : struct, Enum
    {
        if (entry.Value is { } text && Enum.GetNames<T>().Contains(text, StringComparer.OrdinalIgnoreCase))
        {
            return Enum.Parse<T>(text, ignoreCase: true);
        }

        mistakes.Add($"{entry.Path} is '{entry.Value}', which is not one of {string.Join(", ", Enum.GetNames<T>()).ToLowerInvariant()}");
        return otherwise;
    }
}
