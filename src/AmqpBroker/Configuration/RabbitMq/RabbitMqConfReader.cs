namespace AmqpBroker.Configuration.RabbitMq;

/// <summary>Reads RabbitMQ's configuration files into this broker's settings.</summary>
internal static class RabbitMqConfReader
{
    /// <param name="named">Files and directories from the command line.</param>
    /// <param name="environment">Asks for a variable of the environment.</param>
    /// <param name="memory">The memory there is, in bytes.</param>
    public static RabbitMqConf Read(IReadOnlyList<string> named, Func<string, string?> environment, long memory)
    {
        var conf = new RabbitMqConf();
        List<ConfEntry> lines = [];
        foreach (var file in ConfFiles.Find(named, environment, conf.Mistakes))
        {
            try
            {
                lines.AddRange(ConfParser.Parse(file, File.ReadAllText(file), conf.Mistakes));
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                conf.Mistakes.Add($"cannot read {file}: {exception.Message}");
            }
        }

        Read(new ConfEntries(lines), conf, memory);
        return conf;
    }

    private static void Read(ConfEntries entries, RabbitMqConf conf, long memory)
    {
        ListenerKeys.Read(entries, conf);
        MemoryKeys.Read(entries, conf, memory);
        LogKeys.Read(entries, conf);
        OriginKeys.Read(entries, conf);
        PeerKeys.Read(entries, conf);
        LoopbackKeys.Read(entries, conf);
        TagKeys.Read(entries, conf);
        foreach (var key in ConfKeys.All)
        {
            if (!entries.TryTake(key.Key, out var entry))
            {
                continue;
            }

            if (key.Convert(entry.Value) is { } value)
            {
                conf.Set(key.Setting, value, entry);
            }
            else
            {
                conf.AddMistake(entry, key.Allowed);
            }
        }

        foreach (var entry in entries.TakeRest().OrderBy(entry => entry.File, StringComparer.Ordinal).ThenBy(entry => entry.Line))
        {
            conf.Ignore(entry, IgnoredKeys.ReasonFor(entry.Key));
        }
    }
}
