using System.Diagnostics;

namespace AmqpBroker.TestKit;

/// <summary>Waits for what no event announces, such as a queue's message count.</summary>
public static class Eventually
{
    /// <summary>Generous: a test that passes never waits this long, however busy the machine.</summary>
    public static readonly TimeSpan DefaultDeadline = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    /// <summary>Asks again and again until <paramref name="condition"/> holds.</summary>
    /// <exception cref="TimeoutException">It did not hold before the deadline.</exception>
    public static Task TrueAsync(
        Func<Task<bool>> condition,
        string what,
        CancellationToken cancellationToken,
        TimeSpan? deadline = null) =>
        ReachAsync(condition, static holds => holds, what, deadline, cancellationToken);

    public static Task TrueAsync(
        Func<bool> condition,
        string what,
        CancellationToken cancellationToken,
        TimeSpan? deadline = null) =>
        TrueAsync(() => Task.FromResult(condition()), what, cancellationToken, deadline);

    /// <summary>Reads a value again and again until it is the expected one.</summary>
    /// <exception cref="TimeoutException">It was not before the deadline; the message tells the last value seen.</exception>
    public static Task EqualAsync<T>(
        T expected,
        Func<Task<T>> read,
        string what,
        CancellationToken cancellationToken,
        TimeSpan? deadline = null) =>
        ReachAsync(
            read,
            value => EqualityComparer<T>.Default.Equals(expected, value),
            $"{what} to become {expected}",
            deadline,
            cancellationToken);

    private static async Task ReachAsync<T>(
        Func<Task<T>> read,
        Func<T, bool> isReached,
        string what,
        TimeSpan? deadline,
        CancellationToken cancellationToken)
    {
        var limit = deadline ?? DefaultDeadline;
        var started = Stopwatch.GetTimestamp();
        while (true)
        {
            var value = await read();
            if (isReached(value))
            {
                return;
            }

            if (Stopwatch.GetElapsedTime(started) > limit)
            {
                throw new TimeoutException($"Waited {limit} for {what}; it is {value}.");
            }

            await Task.Delay(Pause, cancellationToken);
        }
    }
}
