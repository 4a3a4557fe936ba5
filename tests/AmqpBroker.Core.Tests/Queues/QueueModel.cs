using AmqpBroker.Core.Queues;

namespace AmqpBroker.Core.Tests.Queues;

/// <summary>What a queue does, written as plainly as possible: a list of messages, sorted whenever the first is wanted, and a ring of consumers.</summary>
internal sealed class QueueModel(QueueShape shape)
{
    private const int MostInABatch = 512;

    private readonly List<ModelMessage> _ready = [];
    private readonly List<ModelConsumer> _consumers = [];
    private int _turn;
    private int _lastNumber;
    private int _returns;

    public bool IsDeleted { get; private set; }

    public int Ready => _ready.Count;

    public int Unacked { get; private set; }

    public int Consumers => _consumers.Count;

    /// <summary>Milliseconds; only ever grows.</summary>
    public long Now { get; set; }

    /// <summary>What died, in order.</summary>
    public List<(int Number, DeathReason Reason)> Deaths { get; } = [];

    private bool IsLimited => shape.MaxLength is not null || shape.MaxLengthBytes is not null;

    private Overflow Overflow => shape is { IsQuorum: true, Overflow: Overflow.RejectPublishAndDeadLetter } ? Overflow.DropHead : shape.Overflow;

    /// <summary>Whether new messages may be refused.</summary>
    public bool Refuses => IsLimited && Overflow != Overflow.DropHead;

    /// <summary>Takes a message, or refuses it.</summary>
    /// <returns>Its number, and whether it was taken.</returns>
    public (int Number, bool IsTaken) Publish(int? expiration, int priority, int bytes)
    {
        var stays = expiration is { } own && shape.MessageTtl is { } common ? Math.Min(own, common) : expiration ?? shape.MessageTtl;
        var message = new ModelMessage(++_lastNumber, priority, bytes, Now + stays, stays == 0);
        if (IsDeleted)
        {
            return (message.Number, false);
        }

        if (Refuses && IsBeyondLimits(1, bytes))
        {
            if (Overflow == Overflow.RejectPublishAndDeadLetter)
            {
                Die(message, DeathReason.MaxLength);
            }

            return (message.Number, false);
        }

        _ready.Add(message);
        return (message.Number, true);
    }

    /// <summary>Whether a consumer may come, and adds it if so.</summary>
    public bool Subscribe(ModelConsumer consumer)
    {
        var isRefused = IsDeleted || _consumers.Exists(other => other.IsExclusive || consumer.IsExclusive);
        if (!isRefused)
        {
            _consumers.Add(consumer);
        }

        return !isRefused;
    }

    public void Unsubscribe(ModelConsumer consumer)
    {
        var index = _consumers.IndexOf(consumer);
        if (index >= 0)
        {
            _consumers.RemoveAt(index);
            _turn -= index < _turn ? 1 : 0;
        }
    }

    public ModelMessage? Get()
    {
        if (TakeFirst() is not { } message)
        {
            return null;
        }

        Unacked++;
        return message;
    }

    public void Settle(ModelMessage message, ModelConsumer? consumer, SettleOutcome outcome)
    {
        GiveUp(consumer);
        if (outcome == SettleOutcome.Reject)
        {
            Die(message, DeathReason.Rejected);
        }
        else if (outcome == SettleOutcome.Requeue && !IsDeleted)
        {
            Return(message);
        }
    }

    public int Purge()
    {
        var purged = _ready.Count;
        _ready.Clear();
        return purged;
    }

    public void Delete()
    {
        IsDeleted = true;
        _ready.Clear();
        _consumers.Clear();
    }

    /// <summary>Hands out what can be handed out, in the order it goes out, and ends what is too old or too much.</summary>
    public List<ModelDelivery> Dispatch()
    {
        var delivered = new List<ModelDelivery>();
        while (TakeBatch() is { Count: > 0 } batch)
        {
            // Channel by channel, each in the queue's order whichever of its consumers gets a message.
            delivered.AddRange(
                from entry in batch.GroupBy(entry => entry.Consumer.Channel).SelectMany(share => share)
                where !entry.Consumer.IsForgotten
                select new ModelDelivery(entry.Consumer, entry.Message, entry.Message.IsRedelivered, entry.Message.Failed));

            // What several channels have no consumer for comes back in the queue's order.
            foreach (var (consumer, message) in batch.Where(entry => entry.Consumer.IsForgotten))
            {
                PutBack(consumer, message);
            }
        }

        return delivered;
    }

    private List<(ModelConsumer Consumer, ModelMessage Message)> TakeBatch()
    {
        var batch = new List<(ModelConsumer, ModelMessage)>();
        while (batch.Count < MostInABatch && _ready.Count > 0 && NextWithRoom() is { } consumer)
        {
            if (TakeFirst() is not { } message)
            {
                break;
            }

            if (!consumer.IsNoAck)
            {
                consumer.Unacked++;
                consumer.Channel.Outstanding++;
                Unacked++;
            }

            batch.Add((consumer, message));
        }

        if (batch.Count < MostInABatch)
        {
            EnforceLimits();
        }

        return batch;
    }

    private void EnforceLimits()
    {
        foreach (var expired in InOrder().Where(message => message.Due <= Now).ToList())
        {
            _ready.Remove(expired);
            Die(expired, DeathReason.Expired);
        }

        while (Overflow == Overflow.DropHead && _ready.Count > 0 && IsBeyondLimits(0, 0))
        {
            var first = InOrder().First();
            _ready.Remove(first);
            Die(first, DeathReason.MaxLength);
        }
    }

    private bool IsBeyondLimits(int more, int moreBytes) =>
        _ready.Count + more > shape.MaxLength || _ready.Sum(message => message.Bytes) + moreBytes > shape.MaxLengthBytes;

    private void Return(ModelMessage message)
    {
        message.IsRedelivered = true;
        if (shape.IsQuorum)
        {
            message.Returned = _returns++;
            message.Failed++;
        }

        if (message.Failed > shape.DeliveryLimit)
        {
            Die(message, DeathReason.DeliveryLimit);
        }
        else
        {
            _ready.Add(message);
        }
    }

    private void PutBack(ModelConsumer consumer, ModelMessage message)
    {
        consumer.IsGone = true;
        if (!IsDeleted)
        {
            message.Returned = message.Returned is null ? null : _returns++;
            _ready.Add(message);
        }

        if (!consumer.IsNoAck)
        {
            GiveUp(consumer);
        }
    }

    private void GiveUp(ModelConsumer? consumer)
    {
        Unacked--;
        if (consumer is not null)
        {
            consumer.Unacked--;
            consumer.Channel.Outstanding--;
        }
    }

    private ModelConsumer? NextWithRoom()
    {
        for (var tried = 0; tried < _consumers.Count; tried++)
        {
            var consumer = _consumers[_turn % _consumers.Count];
            _turn = (_turn % _consumers.Count) + 1;
            if (consumer.HasRoom)
            {
                return consumer;
            }
        }

        return null;
    }

    private ModelMessage? TakeFirst()
    {
        while (InOrder().FirstOrDefault() is { } message)
        {
            _ready.Remove(message);
            if (!(message.Due <= Now) || (message.IsImmediate && !message.IsRedelivered))
            {
                return message;
            }

            Die(message, DeathReason.Expired);
        }

        return null;
    }

    // The highest priority first, on a quorum queue what came back, then by age.
    private IOrderedEnumerable<ModelMessage> InOrder() => _ready
        .OrderByDescending(message => Math.Min(message.Priority, shape.MaxPriority))
        .ThenBy(message => message.Returned ?? int.MaxValue)
        .ThenBy(message => message.Number);

    private void Die(ModelMessage message, DeathReason reason)
    {
        if (shape.HasDeadLetterExchange && !IsDeleted)
        {
            Deaths.Add((message.Number, reason));
        }
    }
}
