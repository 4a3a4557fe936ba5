namespace AmqpBroker.Core.DeadLetters;

/// <summary>Says whether something may be said again: at most once a minute of each subject. Guarded by a lock of its own.</summary>
internal sealed class OncePerMinute(TimeProvider time)
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    /// <summary>Subjects remembered; what is older than a minute goes when there are more.</summary>
    private const int Capacity = 1024;

    private readonly Lock _gate = new();
    private readonly Dictionary<(string, string), long> _said = [];

    /// <summary>Whether the subject may be spoken of; if so it may not be again for a minute.</summary>
    public bool May(string subject, string detail)
    {
        var now = time.GetTimestamp();
        lock (_gate)
        {
            if (_said.TryGetValue((subject, detail), out var last) && time.GetElapsedTime(last, now) < Minute)
            {
                return false;
            }

            if (_said.Count >= Capacity)
            {
                foreach (var (old, _) in _said.Where(entry => time.GetElapsedTime(entry.Value, now) >= Minute).ToList())
                {
                    _said.Remove(old);
                }
            }

            // So many at once are too much to read: then the rest is silent.
            if (_said.Count >= Capacity)
            {
                return false;
            }

            _said[(subject, detail)] = now;
            return true;
        }
    }
}
