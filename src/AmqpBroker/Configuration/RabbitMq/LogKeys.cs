namespace AmqpBroker.Configuration.RabbitMq;

/// <summary>The keys <c>log.*</c>. The log of this broker goes to the console, so what is said of the console counts before what is said of a file.</summary>
internal static class LogKeys
{
    private const string Format = $"{SettingsCatalogue.LoggingSection}:{SettingsCatalogue.LogFormatKey}";
    private const string Level = $"{SettingsCatalogue.LoggingSection}:{SettingsCatalogue.LogLevelKey}:";
    private const string Levels = "debug, info, notice, warning, error, critical or none";
    private const string OnlyConsole = "the log goes to the console only: redirect it";

    /// <summary>RabbitMQ's categories that have one here.</summary>
    private static readonly (string Key, string Category)[] Categories =
    [
        ("log.connection.level", "AmqpBroker.Server.Connections"),
    ];

    public static void Read(ConfEntries entries, RabbitMqConf conf)
    {
        ReadFirst(entries, conf, ["log.console.level", "log.file.level", "log.default.level"], Level + "Default", Levels, ConfValue.LogLevel);
        ReadFirst(entries, conf, ["log.console.formatter", "log.file.formatter"], Format, "plaintext or json", ToFormat);
        foreach (var (key, category) in Categories)
        {
            ReadFirst(entries, conf, [key], Level + category, Levels, ConfValue.LogLevel);
        }

        ReadSwitch(entries, conf, "log.console", honoured: true);
        ReadSwitch(entries, conf, "log.file", honoured: false);
    }

    private static void ReadFirst(
        ConfEntries entries, RabbitMqConf conf, string[] keys, string setting, string allowed, Func<string, string?> convert)
    {
        ConfEntry? first = null;
        foreach (var key in keys)
        {
            if (!entries.TryTake(key, out var entry))
            {
                continue;
            }

            if (convert(entry.Value) is not { } value)
            {
                conf.AddMistake(entry, allowed);
            }
            else if (first is not null)
            {
                conf.Ignore(entry, $"{first.Key} counts");
            }
            else
            {
                first = entry;
                conf.Set(setting, value, entry);
            }
        }
    }

    /// <summary>A sink that is as it is: only the other value is worth a word.</summary>
    private static void ReadSwitch(ConfEntries entries, RabbitMqConf conf, string key, bool honoured)
    {
        if (entries.TryTake(key, out var entry) && ConfValue.ReadBoolean(entry.Value) != honoured)
        {
            conf.Ignore(entry, OnlyConsole);
        }
    }

    private static string? ToFormat(string value) => value switch
    {
        "plaintext" => "text",
        "json" => "json",
        _ => null,
    };
}
