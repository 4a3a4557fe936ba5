using System.Collections.Concurrent;
using System.Diagnostics;
using AmqpBroker.Core.Tracing;
using AmqpBroker.TestKit;

namespace AmqpBroker.Server.Tests.Tracing;

/// <summary>Keeps the spans of one test's messages: others run at the same time, so it is told which are its own.</summary>
internal sealed class SpanRecorder : IDisposable
{
    private readonly ConcurrentQueue<Activity> _spans = new();
    private readonly ActivityListener _listener;

    public SpanRecorder(Predicate<Activity> isOwn, string source = MessageTracing.SourceName)
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = candidate => candidate.Name == source,
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = span =>
            {
                if (isOwn(span))
                {
                    _spans.Enqueue(span);
                }
            },
        };
        ActivitySource.AddActivityListener(_listener);
    }

    public IReadOnlyList<Activity> Spans => [.. _spans];

    /// <summary>The spans, in the order of their ends, once there are so many.</summary>
    public async Task<IReadOnlyList<Activity>> WaitAsync(int count)
    {
        await Eventually.TrueAsync(() => _spans.Count >= count, $"{count} spans", CancellationToken.None);
        return Spans;
    }

    public void Dispose() => _listener.Dispose();
}
