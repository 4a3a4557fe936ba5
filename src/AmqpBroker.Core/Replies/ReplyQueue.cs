using AmqpBroker.Core.Messages;
using AmqpBroker.Core.Policies;
using AmqpBroker.Core.Queues;

namespace AmqpBroker.Core.Replies;

/// <summary>What stands in a route for an address of direct replies: a queue that keeps nothing, and hands on what comes at once.</summary>
/// <remarks>It is in no registry of queues, so nobody can bind, consume, get or delete it. Any thread, without a lock.</remarks>
public sealed class ReplyQueue : Queue
{
    // Let go when the address ends: routes to it may stay in caches for long.
    private volatile IReplySink? _sink;

    internal ReplyQueue(string address, IReplySink sink)
        : base(string.Empty, new QueueDeclaration { Name = address }) => _sink = sink;

    /// <inheritdoc/>
    public override QueueSettings Settings => QueueSettings.None;

    /// <inheritdoc/>
    public override bool IsJournaled => false;

    /// <inheritdoc/>
    public override Task Restored => Task.CompletedTask;

    /// <inheritdoc/>
    public override bool IsDeleted => _sink is null;

    /// <inheritdoc/>
    public override long Enqueue(in MessageRun run, long now)
    {
        if (_sink is not { } sink)
        {
            return -1;
        }

        sink.Deliver(in run);
        return 0;
    }

    /// <inheritdoc/>
    public override void NoteUse()
    {
        // It lives as long as its channel consumes.
    }

    /// <inheritdoc/>
    public override void Dispatch()
    {
        // Nothing waits in it.
    }

    /// <inheritdoc/>
    public override void DispatchElsewhere()
    {
        // Nothing waits in it.
    }

    /// <inheritdoc/>
    public override SubscribeOutcome Subscribe(Consumer consumer) => SubscribeOutcome.Deleted;

    /// <inheritdoc/>
    public override bool Unsubscribe(Consumer consumer) => false;

    /// <inheritdoc/>
    public override bool TryGet(out GotMessage message, bool isNoAck = false)
    {
        message = default;
        return false;
    }

    /// <inheritdoc/>
    public override bool TryFetchFirst(out Task fetched)
    {
        fetched = Task.CompletedTask;
        return false;
    }

    /// <inheritdoc/>
    public override void Settle(ReadOnlySpan<SettledDelivery> deliveries, SettleOutcome outcome) =>
        throw new NotSupportedException("a reply is never unsettled");

    /// <inheritdoc/>
    public override long Purge() => 0;

    /// <inheritdoc/>
    public override QueueDeletion Delete(QueueDeleteConditions conditions) => new(QueueDeleteOutcome.AlreadyGone, 0, []);

    /// <inheritdoc/>
    public override QueueCounts Count() => new(Ready: 0, Unacked: 0, Consumers: IsDeleted ? 0 : 1);

    // Policies are for what is declared.
    internal override void BeginUnder(HeldPolicy held)
    {
    }

    internal override bool ComeUnder(HeldPolicy held) => false;

    internal void Close() => _sink = null;
}
