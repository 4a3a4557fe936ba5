using System.Globalization;
using AmqpBroker.Core;
using AmqpBroker.Core.Nodes;
using AmqpBroker.Core.Statistics;

namespace AmqpBroker.Management.Statistics;

/// <summary>Reads what the process takes and does. Any thread.</summary>
internal sealed class NodeFigures(Broker broker, INodeEnvironment environment)
{
    private const string Unlimited = "unlimited";

    private readonly DateTimeOffset _started = StartTime();

    /// <summary>What the broker runs on.</summary>
    public INodeEnvironment Environment => environment;

    /// <summary>Most open file descriptors; 0 when the system does not say.</summary>
    public long MaxFileDescriptors { get; } = ReadLimit("Max open files");

    /// <summary>Most threads; 0 when the system does not say.</summary>
    public long MaxThreads { get; } = ReadNumber("/proc/sys/kernel/threads-max");

    /// <summary>How long the process has been running.</summary>
    public TimeSpan Uptime => broker.TimeProvider.GetUtcNow() - _started;

    /// <summary>Notes all figures in the history.</summary>
    public void Note() => broker.Statistics.NoteNode(Read());

    /// <summary>The figures now, in the order of <see cref="StatSet.Node"/>.</summary>
    public long[] Read()
    {
        var (files, churn) = (environment.Files, broker.Statistics.Churn);
        return
        [
            environment.ReadResidentMemory(),
            CountEntries("/proc/self/fd"),
            broker.Clients.Count,
            CountEntries("/proc/self/task"),
            environment.ReadFreeSpace(),
            GC.CollectionCount(0),
            Math.Max(0, GC.GetTotalAllocatedBytes() - GC.GetTotalMemory(forceFullCollection: false)),
            ReadContextSwitches(),
            files.Reads,
            files.ReadBytes,
            (long)files.ReadTime.TotalMicroseconds,
            files.Writes,
            files.WrittenBytes,
            (long)files.WriteTime.TotalMicroseconds,
            files.Syncs,
            (long)files.SyncTime.TotalMicroseconds,
            churn.ConnectionsOpened,
            churn.ConnectionsClosed,
            churn.ChannelsOpened,
            churn.ChannelsClosed,
            churn.QueuesDeclared,
            churn.QueuesCreated,
            churn.QueuesDeleted,
        ];
    }

    private static DateTimeOffset StartTime()
    {
        using var process = System.Diagnostics.Process.GetCurrentProcess();
        return new DateTimeOffset(process.StartTime);
    }

    private static long CountEntries(string directory)
    {
        try
        {
            return Directory.EnumerateFileSystemEntries(directory).LongCount();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return 0;
        }
    }

    private static long ReadContextSwitches()
    {
        try
        {
            return Directory.EnumerateDirectories("/proc/self/task").Sum(static task => ReadContextSwitches(Path.Combine(task, "status")));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return 0;
        }
    }

    private static long ReadContextSwitches(string status)
    {
        try
        {
            return File.ReadLines(status)
                .Where(static line => line.Contains("ctxt_switches", StringComparison.Ordinal))
                .Sum(static line => ParseLast(line));
        }
        catch (IOException)
        {
            // The thread has ended meanwhile.
            return 0;
        }
    }

    private static long ReadLimit(string name)
    {
        try
        {
            // The name, then the soft and the hard limit, then a unit.
            var line = File.ReadLines("/proc/self/limits").FirstOrDefault(line => line.StartsWith(name, StringComparison.Ordinal));
            var fields = line?[name.Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [];
            return fields is [Unlimited, ..] ? long.MaxValue : fields is [var soft, ..] ? ParseLast(soft) : 0;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return 0;
        }
    }

    private static long ReadNumber(string path)
    {
        try
        {
            return ParseLast(File.ReadAllText(path).Trim());
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return 0;
        }
    }

    private static long ParseLast(string line) =>
        long.TryParse(line.AsSpan(line.LastIndexOfAny([' ', '\t']) + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
