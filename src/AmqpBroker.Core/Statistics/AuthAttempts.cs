using System.Collections.Concurrent;

namespace AmqpBroker.Core.Statistics;

/// <summary>How many have tried to log in, by protocol. Any thread.</summary>
public sealed class AuthAttempts
{
    private readonly ConcurrentDictionary<string, (long Succeeded, long Failed)> _counts = new(StringComparer.Ordinal);

    /// <summary>Counts one.</summary>
    /// <param name="protocol"><c>amqp091</c> or <c>http</c>.</param>
    /// <param name="isSuccess">Whether it was let in.</param>
    public void Count(string protocol, bool isSuccess) => _counts.AddOrUpdate(
        protocol,
        static (_, success) => success ? (1, 0) : (0, 1),
        static (_, count, success) => success ? (count.Succeeded + 1, count.Failed) : (count.Succeeded, count.Failed + 1),
        isSuccess);

    /// <summary>The counts by protocol, in the order of their names.</summary>
    public IReadOnlyList<(string Protocol, long Succeeded, long Failed)> List() =>
        [.. _counts.OrderBy(static entry => entry.Key, StringComparer.Ordinal).Select(static entry => (entry.Key, entry.Value.Succeeded, entry.Value.Failed))];

    /// <summary>Begins to count anew.</summary>
    public void Reset() => _counts.Clear();
}
