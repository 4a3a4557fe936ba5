namespace AmqpBroker.Core.Alarms;

/// <summary>Which resources run out. While one does, connections that publish are not read.</summary>
/// <remarks>Guarded by its own lock; reading what stands takes none.</remarks>
public sealed class ResourceAlarms
{
    private const AlarmCauses Disk = AlarmCauses.DiskSpace | AlarmCauses.DiskFailure;

    private readonly Lock _lock = new();
    private volatile AlarmCauses _causes;
    private TaskCompletionSource? _change;

    /// <summary>Whether any alarm stands.</summary>
    public bool AnyStands => _causes != AlarmCauses.None;

    /// <summary>Whether the disk is short or fails.</summary>
    public bool DiskStands => (_causes & Disk) != AlarmCauses.None;

    /// <summary>Why alarms stand.</summary>
    public AlarmCauses Causes => _causes;

    /// <summary>The resources in alarm by RabbitMQ's names: <c>disk</c>, <c>memory</c>, in this order.</summary>
    public IReadOnlyList<string> Resources => Name(_causes);

    /// <summary>What clients are told, in RabbitMQ's words: <c>low on memory</c>; empty when no alarm stands.</summary>
    public string Reason => Resources is { Count: > 0 } names ? "low on " + string.Join(" & ", names) : "";

    /// <summary>Raises or clears one cause.</summary>
    /// <returns>Whether that changed anything.</returns>
    public bool Set(AlarmCauses cause, bool stands)
    {
        TaskCompletionSource? change;
        lock (_lock)
        {
            var causes = stands ? _causes | cause : _causes & ~cause;
            if (causes == _causes)
            {
                return false;
            }

            _causes = causes;
            change = _change;
            _change = null;
        }

        change?.SetResult();
        return true;
    }

    /// <summary>Ends with the next change. To miss none, take it first and look at what stands then.</summary>
    public Task NextChangeAsync()
    {
        lock (_lock)
        {
            _change ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return _change.Task;
        }
    }

    private static string[] Name(AlarmCauses causes) =>
    [
        .. (causes & Disk) != AlarmCauses.None ? ["disk"] : Array.Empty<string>(),
        .. (causes & AlarmCauses.Memory) != AlarmCauses.None ? ["memory"] : Array.Empty<string>(),
    ];
}
