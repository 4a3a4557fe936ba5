using AmqpBroker.Core.Alarms;
using Microsoft.Extensions.Logging;

namespace AmqpBroker.Server.Hosting;

/// <summary>Compares what the process uses with what it may, and raises and clears alarms. Confined to whoever calls it.</summary>
internal sealed class ResourceMonitor(ResourceLimits limits, IResourceFigures figures, ResourceAlarms alarms, ILogger logger)
{
    /// <summary>Checks between two attempts to give memory back while there is too little.</summary>
    private const int ChecksBetweenReturns = 40;

    private bool _isMemoryUnreadable;
    private bool _isDiskUnreadable;
    private int _checksOfMemoryAlarm;

    /// <summary>Looks at everything once.</summary>
    public void Check()
    {
        CheckMemory();
        if (limits is { DataDirectory: { } directory, DiskFreeLimit: > 0 })
        {
            CheckDisk(directory);
        }
    }

    private void CheckMemory()
    {
        if (TryRead(figures.ResidentMemory, "the memory of the process", ref _isMemoryUnreadable) is not { } used)
        {
            return;
        }

        var limit = limits.MemoryHighWatermark;
        var isLow = used >= limit;
        if (alarms.Set(AlarmCauses.Memory, isLow))
        {
            _checksOfMemoryAlarm = 0;
            if (isLow)
            {
                logger.LowOnMemory(Show(used), Show(limit));
            }
            else
            {
                logger.MemoryAlarmEnds(Show(used), Show(limit));
            }
        }

        // Publishers stand still, so that nothing would make the runtime collect what they have left.
        if (isLow && _checksOfMemoryAlarm++ % ChecksBetweenReturns == 0)
        {
            figures.ReturnUnusedMemory();
        }
    }

    private void CheckDisk(string directory)
    {
        if (TryRead(() => figures.FreeSpace(directory), "the free space of the disk", ref _isDiskUnreadable) is not { } free)
        {
            return;
        }

        var limit = limits.DiskFreeLimit;
        if (!alarms.Set(AlarmCauses.DiskSpace, free < limit))
        {
            return;
        }

        if (free < limit)
        {
            logger.LowOnDisk(Show(free), directory, Show(limit));
        }
        else
        {
            logger.DiskAlarmEnds(Show(free), directory, Show(limit));
        }
    }

    /// <summary>Reads a figure; null when the system does not give it, which is said once, and leaves the alarm as it is.</summary>
    private long? TryRead(Func<long> read, string what, ref bool isUnreadable)
    {
        try
        {
            var figure = read();
            isUnreadable = false;
            return figure;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            if (!isUnreadable)
            {
                isUnreadable = true;
                logger.FigureUnreadable(what, exception.Message);
            }

            return null;
        }
    }

    private static string Show(long bytes) => FormattableString.Invariant($"{bytes / 1_000_000.0:0.#} MB");
}
