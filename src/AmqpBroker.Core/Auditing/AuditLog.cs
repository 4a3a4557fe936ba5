using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace AmqpBroker.Core.Auditing;

/// <summary>Who changed what, and through which interface: entries of one category of the log, the last of which are remembered. Guarded by one short lock.</summary>
/// <remarks>Told by the interfaces, once a change is safe: what changes by itself, such as a queue that expires, is nobody's doing.</remarks>
/// <param name="timeProvider">The clock.</param>
public sealed class AuditLog(TimeProvider timeProvider)
{
    /// <summary>The category.</summary>
    public const string Category = "AmqpBroker.Audit";

    /// <summary>How many entries are remembered.</summary>
    public const int Capacity = 1000;

    private readonly Lock _gate = new();
    private readonly Queue<AuditEntry> _last = new();
    private volatile ILogger _logger = NullLogger.Instance;

    /// <summary>Sends the entries to a log; before, they are remembered only.</summary>
    public void WriteTo(ILogger logger) => _logger = logger;

    /// <summary>Notes a change; its time is now.</summary>
    public void Note(AuditEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        entry = entry with { At = timeProvider.GetUtcNow() };
        lock (_gate)
        {
            if (_last.Count == Capacity)
            {
                _last.Dequeue();
            }

            _last.Enqueue(entry);
        }

        _logger.Changed(entry.Interface, entry.User, entry.Address, entry.Action, entry.Subject);
    }

    /// <summary>The last entries, the newest first.</summary>
    public IReadOnlyList<AuditEntry> List()
    {
        lock (_gate)
        {
            AuditEntry[] all = [.. _last];
            Array.Reverse(all);
            return all;
        }
    }
}
