namespace AmqpBroker.Core.Tests.Queues;

/// <summary>What a queue does, written as plainly as possible: a sorted list of numbers and a ring of consumers.</summary>
internal sealed class QueueModel
{
    private const int MostInABatch = 512;

    // The number is the place; the value says whether it was delivered before.
    private readonly SortedDictionary<int, bool> _ready = [];
    private readonly List<ModelConsumer> _consumers = [];
    private int _turn;
    private int _lastNumber;

    public bool IsDeleted { get; private set; }

    public int Ready => _ready.Count;

    public int Unacked { get; private set; }

    public int Consumers => _consumers.Count;

    public int Publish()
    {
        _lastNumber++;
        if (!IsDeleted)
        {
            _ready.Add(_lastNumber, false);
        }

        return _lastNumber;
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

    public (int Number, bool IsRedelivered)? Get()
    {
        if (_ready.Count == 0)
        {
            return null;
        }

        Unacked++;
        return TakeFirst();
    }

    public void Settle(int number, ModelConsumer? consumer, bool isRequeued)
    {
        GiveUp(consumer);
        if (isRequeued && !IsDeleted)
        {
            _ready.Add(number, true);
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

    /// <summary>Hands out what can be handed out, in the order it goes out.</summary>
    public List<(ModelConsumer Consumer, int Number, bool IsRedelivered)> Dispatch()
    {
        var delivered = new List<(ModelConsumer, int, bool)>();
        while (TakeBatch() is { Count: > 0 } batch)
        {
            // Channel by channel, each in the queue's order whichever of its consumers gets a message.
            foreach (var entry in batch.GroupBy(entry => entry.Consumer.Channel).SelectMany(share => share))
            {
                if (entry.Consumer.IsForgotten)
                {
                    PutBack(entry.Consumer, entry.Number, entry.IsRedelivered);
                }
                else
                {
                    delivered.Add(entry);
                }
            }
        }

        return delivered;
    }

    private List<(ModelConsumer Consumer, int Number, bool IsRedelivered)> TakeBatch()
    {
        var batch = new List<(ModelConsumer, int, bool)>();
        while (batch.Count < MostInABatch && _ready.Count > 0 && NextWithRoom() is { } consumer)
        {
            if (!consumer.IsNoAck)
            {
                consumer.Unacked++;
                consumer.Channel.Outstanding++;
                Unacked++;
            }

            var (number, isRedelivered) = TakeFirst();
            batch.Add((consumer, number, isRedelivered));
        }

        return batch;
    }

    private void PutBack(ModelConsumer consumer, int number, bool isRedelivered)
    {
        consumer.IsGone = true;
        _ready.Add(number, isRedelivered);
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

    private (int Number, bool IsRedelivered) TakeFirst()
    {
        var (number, isRedelivered) = _ready.First();
        _ready.Remove(number);
        return (number, isRedelivered);
    }
}
