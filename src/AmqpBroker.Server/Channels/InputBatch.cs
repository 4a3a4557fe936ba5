using AmqpBroker.Core.Messages;
using AmqpBroker.Core.Queues;
using AmqpBroker.Core.Routing;
using AmqpBroker.Protocol;
using AmqpBroker.Server.Output;
using AmqpBroker.Server.Tracing;

namespace AmqpBroker.Server.Channels;

/// <summary>
/// What one read of a connection brings, gathered so that each queue is locked, each consumer served and each confirm
/// written once for all of it. Nothing waits for a batch to fill: the batch is what is there.
/// </summary>
/// <remarks>Confined to the thread that handles the read; one is kept at hand per thread, since idle connections need none.</remarks>
internal sealed class InputBatch
{
    [ThreadStatic]
    private static InputBatch? _cached;

    private readonly PublishRun _publishes = new();
    private readonly SettleRun _settles = new();
    private readonly HashSet<Queue> _touched = [];
    private readonly List<AmqpChannel> _confirming = [];
    private readonly List<AmqpChannel> _openContents = [];
    private AmqpChannel? _settling;
    private BatchContext _context;

    public static InputBatch Rent(in BatchContext context)
    {
        var batch = _cached ?? new InputBatch();
        _cached = null;
        batch._context = context;
        batch.Trace = PublishTrace.Begin(context.Clock);
        return batch;
    }

    /// <summary>The spans of what is published; null when nobody listens.</summary>
    public PublishTrace? Trace { get; private set; }

    /// <summary>Adds a message. Its memory must stay until <see cref="Complete"/> or <see cref="FlushPublishes"/>.</summary>
    public void Publish(AmqpChannel channel, Route route, in PublishedMessage message)
    {
        if (route.Deduplicates)
        {
            // What was acknowledged before may come again.
            FlushSettles();
        }

        if (route.Queues.Length > 0 && !_publishes.Add(route, in message, in _context, _touched))
        {
            channel.Confirms.Refuse();
        }

        if (channel.Confirms.IsOn && (_confirming.Count == 0 || !ReferenceEquals(_confirming[^1], channel)))
        {
            _confirming.Add(channel);
        }
    }

    /// <summary>Adds an acknowledgement.</summary>
    public void Settle(AmqpChannel channel, in PendingSettle settle)
    {
        if (_settles.IsFull || !ReferenceEquals(channel, _settling))
        {
            FlushSettles();
            _settling = channel;
        }

        _settles.Add(in settle);
    }

    /// <summary>Carries out a transaction; nothing else of its channel may be gathered.</summary>
    public CommitOutcome Commit(
        AmqpChannel channel, List<HeldPublish> publishes, List<(UnackedDelivery Delivery, SettleOutcome Outcome)> settles) =>
        TransactionCommit.Run(channel, publishes, settles, _settles, _touched, in _context);

    /// <summary>Notes a queue on which something became possible.</summary>
    public void Touch(Queue queue) => _touched.Add(queue);

    /// <summary>Notes the queues of all consumers of a channel.</summary>
    public void TouchConsumed(AmqpChannel channel) => channel.AddConsumedQueues(_touched);

    /// <summary>Notes a channel whose content goes on in a later read.</summary>
    public void ContentBegun(AmqpChannel channel) => _openContents.Add(channel);

    /// <summary>
    /// Carries out what has been gathered and confirms it, before a method that must see its effect, or a close after
    /// which nothing may follow.
    /// </summary>
    public void Flush()
    {
        FlushPublishes();
        FlushSettles();
        Confirm();
    }

    /// <summary>As <see cref="Flush"/>, and has the queues hand out and drop what they can: for a method that may ask what they hold.</summary>
    public void FlushAndDispatch()
    {
        Flush();
        Dispatch();
    }

    /// <summary>Enqueues the messages gathered.</summary>
    public void FlushPublishes()
    {
        _publishes.Enqueue(in _context, _touched);
        Trace?.Enqueued();
    }

    /// <summary>
    /// Carries out and confirms everything, lets go of the receive buffer and has the queues dispatch; then the batch
    /// is empty again and the thread keeps it.
    /// </summary>
    public void Complete()
    {
        Flush();
        foreach (var channel in _openContents)
        {
            channel.Publishing.Keep();
        }

        _openContents.Clear();
        Dispatch();
        _cached = this;
    }

    private void Dispatch()
    {
        foreach (var queue in _touched)
        {
            queue.Dispatch();
        }

        _touched.Clear();
    }

    private void FlushSettles()
    {
        if (_settling is not { } channel || _settles.IsEmpty)
        {
            return;
        }

        _settling = null;
        try
        {
            _settles.Settle(channel, _touched);
        }
        catch (ChannelException exception)
        {
            // Not the channel of the frame at hand, perhaps: so not the connection's to close.
            FlushPublishes();
            Confirm();
            channel.Fail(exception);
        }
    }

    private void Confirm()
    {
        foreach (var channel in _confirming)
        {
            channel.Confirms.Confirm(_publishes.LastLsn, _context.Journal);
        }

        _publishes.Reset();
        _confirming.Clear();
    }
}
