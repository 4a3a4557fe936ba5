using AmqpBroker.Server.Hosting;

namespace AmqpBroker.Configuration.RabbitMq;

/// <summary>The keys that are parts of the memory there is, and the limit of the messages in memory that follows from them.</summary>
internal static class MemoryKeys
{
    private const string Watermark = $"{SettingsCatalogue.StorageSection}:{nameof(StorageOptions.MemoryHighWatermark)}";
    private const string MemoryLimit = $"{SettingsCatalogue.StorageSection}:{nameof(StorageOptions.MemoryLimit)}";
    private const string DiskFreeLimit = $"{SettingsCatalogue.StorageSection}:{nameof(StorageOptions.DiskFreeLimit)}";

    private const string Size = "bytes, or a size such as 2GB or 2GiB";
    private const string Fraction = "a part of the memory, such as 0.4";

    /// <summary>What the defaults of the two settings stand in: 40% and 60%.</summary>
    private const double UsualPagingRatio = 40.0 / 60;

    private const long LeastMemoryLimit = 16 << 20;

    /// <param name="entries">What is not read yet.</param>
    /// <param name="conf">Receives the settings.</param>
    /// <param name="machineMemory">The memory there is, in bytes.</param>
    public static void Read(ConfEntries entries, RabbitMqConf conf, long machineMemory)
    {
        var memory = machineMemory;
        if (TryTakeSize(entries, conf, "total_memory_available_override_value", out var total))
        {
            memory = total;
        }

        ReadWatermark(entries, conf, memory, isWholeMachine: memory == machineMemory);
        ReadDiskFreeLimit(entries, conf, memory);
    }

    private static void ReadWatermark(ConfEntries entries, RabbitMqConf conf, long memory, bool isWholeMachine)
    {
        var hasRatio = entries.TryTake("vm_memory_high_watermark_paging_ratio", out var ratioEntry);
        var ratio = UsualPagingRatio;
        if (hasRatio && (!ConfValue.TryReadFraction(ratioEntry!.Value, out ratio) || ratio <= 0)) // not null: it was there
        {
            conf.AddMistake(ratioEntry, "a part of the watermark, such as 0.5");
            return;
        }

        var hasAbsolute = TryTakeSize(entries, conf, "vm_memory_high_watermark.absolute", out var bytes, out var origin);
        if (entries.TryTake("vm_memory_high_watermark.relative", out var relative))
        {
            if (hasAbsolute)
            {
                conf.Ignore(origin!, "vm_memory_high_watermark.relative counts"); // not null: it was there
            }

            if (!ConfValue.TryReadFraction(relative.Value, out var part) || part is <= 0 or > 1)
            {
                conf.AddMistake(relative, Fraction);
                return;
            }

            (bytes, origin) = ((long)(memory * part), relative);
            conf.Set(Watermark, isWholeMachine ? ConfValue.PartOf(memory, part) : ConfValue.Text(bytes), relative);
        }
        else if (hasAbsolute)
        {
            conf.Set(Watermark, ConfValue.Text(bytes), origin!); // not null: it was there
        }

        ReadMemoryLimit(conf, origin is null ? null : bytes, ratioEntry, ratio);
    }

    private static void ReadMemoryLimit(RabbitMqConf conf, long? watermark, ConfEntry? ratioEntry, double ratio)
    {
        if (ratioEntry is not null && ratio >= 1)
        {
            conf.Ignore(ratioEntry, "messages go to disk before the watermark is reached");
        }

        if (watermark is not { } bytes)
        {
            if (ratioEntry is not null && ratio < 1)
            {
                conf.Ignore(ratioEntry, $"it needs a watermark beside it; set {MemoryLimit} otherwise");
            }

            return;
        }

        var limit = ConfValue.Text(Math.Max(LeastMemoryLimit, (long)(bytes * (ratio < 1 ? ratio : UsualPagingRatio))));
        if (ratioEntry is not null && ratio < 1)
        {
            conf.Set(MemoryLimit, limit, ratioEntry);
        }
        else
        {
            conf.Defaults[MemoryLimit] = limit;
        }
    }

    private static void ReadDiskFreeLimit(ConfEntries entries, RabbitMqConf conf, long memory)
    {
        if (!entries.TryTake("disk_free_limit.relative", out var relative))
        {
            return;
        }

        if (!ConfValue.TryReadFraction(relative.Value, out var times))
        {
            conf.AddMistake(relative, "a multiple of the memory, such as 1.5");
            return;
        }

        if (entries.TryTake("disk_free_limit.absolute", out var absolute))
        {
            conf.Ignore(absolute, "disk_free_limit.relative counts");
        }

        conf.Set(DiskFreeLimit, ConfValue.Text((long)(memory * times)), relative);
    }

    private static bool TryTakeSize(ConfEntries entries, RabbitMqConf conf, string key, out long bytes)
        => TryTakeSize(entries, conf, key, out bytes, out _);

    private static bool TryTakeSize(ConfEntries entries, RabbitMqConf conf, string key, out long bytes, out ConfEntry? entry)
    {
        bytes = 0;
        if (!entries.TryTake(key, out entry))
        {
            return false;
        }

        if (ConfValue.TryReadSize(entry.Value, out bytes))
        {
            return true;
        }

        conf.AddMistake(entry, Size);
        entry = null;
        return false;
    }
}
