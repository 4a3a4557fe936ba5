namespace AmqpBroker.Configuration.RabbitMq;

/// <summary>What the files together say: of each key the last line counts. Filled by the readers, not changed afterwards.</summary>
internal sealed class RabbitMqConf
{
    public static RabbitMqConf Empty { get; } = new();

    /// <summary>Values by this broker's keys.</summary>
    public Dictionary<string, ConfSetting> Settings { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Values that follow from others, for keys that nothing else sets.</summary>
    public Dictionary<string, string> Defaults { get; } = new(StringComparer.OrdinalIgnoreCase);

    public List<IgnoredConfEntry> Ignored { get; } = [];

    public List<string> Mistakes { get; } = [];

    public void Set(string setting, string value, ConfEntry origin) => Settings[setting] = new(value, origin);

    public void Ignore(ConfEntry entry, string reason) => Ignored.Add(new(entry, reason));

    public void AddMistake(ConfEntry entry, string allowed)
        => Mistakes.Add($"{entry.Place}: {entry.Key} is {entry.ShownValue}; allowed: {allowed}");
}
