using System.Diagnostics;
using AmqpBroker.Core.Messages;
using AmqpBroker.Core.Queues;
using AmqpBroker.Core.Routing;
using AmqpBroker.Core.Tracing;

namespace AmqpBroker.Server.Tracing;

/// <summary>The spans of messages handed to a connection together. Begun and ended outside its lock, by the thread that hands them over.</summary>
internal sealed class DeliverTrace
{
    private readonly TimeProvider _clock;
    private readonly DateTimeOffset _start;
    private readonly List<(int Index, Activity Span)> _open = [];

    private DeliverTrace(TimeProvider clock)
    {
        _clock = clock;
        _start = clock.GetUtcNow();
    }

    /// <summary>Begins the spans of one chain of a batch; null when nobody listens.</summary>
    public static DeliverTrace? Begin(DispatchBatch batch, int first, TimeProvider clock)
    {
        if (!MessageTracing.IsContinuing)
        {
            return null;
        }

        var trace = new DeliverTrace(clock);
        for (var i = first; i >= 0; i = batch[i].Next)
        {
            trace.Add(i, batch[i].Consumer.Queue, new MessageRecord(batch[i].Record.Bytes), isGet: false);
        }

        return trace;
    }

    /// <summary>Begins the span of a message a client has asked for; null when nobody listens.</summary>
    public static DeliverTrace? BeginGet(Queue queue, MessageRecord message, TimeProvider clock)
    {
        if (!MessageTracing.IsContinuing)
        {
            return null;
        }

        var trace = new DeliverTrace(clock);
        trace.Add(0, queue, message, isGet: true);
        return trace;
    }

    /// <summary>Begins the spans of direct replies; null when nobody listens.</summary>
    public static DeliverTrace? BeginReplies(Queue queue, in MessageRun run, TimeProvider clock)
    {
        if (!MessageTracing.IsContinuing)
        {
            return null;
        }

        var trace = new DeliverTrace(clock);
        foreach (ref readonly var message in run.Messages)
        {
            trace.Add(0, queue, run.Route, message.Header.Span, message.Body.Length, isGet: false);
        }

        return trace;
    }

    /// <summary>Ends the spans of a chain, but for those of messages that were refused: these were not delivered.</summary>
    public void End(DispatchBatch batch)
    {
        _open.RemoveAll(open => batch[open.Index].IsRefused);
        End();
    }

    /// <summary>Ends the spans.</summary>
    public void End()
    {
        var now = _clock.GetUtcNow().UtcDateTime;
        foreach (var (_, span) in _open)
        {
            span.SetEndTime(now);
            span.Dispose();
        }
    }

    private void Add(int index, Queue queue, MessageRecord message, bool isGet)
    {
        if (Add(index, queue, message.Route, message.Header, message.Body.Length, isGet) is { } span)
        {
            span.SetTag("amqpbroker.queue.time", Math.Max(0, _start.ToUnixTimeMilliseconds() - message.EnqueuedAt) / 1000.0);
        }
    }

    private Activity? Add(int index, Queue queue, ReadOnlySpan<byte> route, ReadOnlySpan<byte> header, int bodySize, bool isGet)
    {
        var (exchange, key) = RouteCache.Decode(route);
        var span = MessageTracing.StartDeliver(new TracedMessage(queue.VirtualHost, exchange, key, bodySize, queue.Name), header, isGet, _start);
        if (span is not null)
        {
            _open.Add((index, span));
        }

        return span;
    }
}
