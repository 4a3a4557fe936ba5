using System.Runtime.InteropServices;
using AmqpBroker.Core.Messages;
using AmqpBroker.Core.Queues;
using AmqpBroker.TestKit;

namespace AmqpBroker.Core.Tests.Queues;

/// <summary>Does the same to a <see cref="ClassicQueue"/> and to a <see cref="QueueModel"/>, and compares after every step.</summary>
internal sealed class QueueHistory
{
    private readonly FakeTimeProvider _clock = new();
    private readonly RecordingExchange _dead = new();
    private readonly ClassicQueue _queue;
    private readonly QueueModel _model;
    private readonly (FakeSink Sink, ModelChannel Model)[] _channels = [(new(), new()), (new(), new())];
    private readonly Dictionary<Consumer, ModelConsumer> _consumers = [];
    private readonly Dictionary<int, ModelMessage> _taken = [];
    private readonly List<(int Number, SettledDelivery Settled)> _outstanding = [];
    private readonly List<(ModelConsumer Consumer, int Number, bool IsRedelivered, int Failed)> _delivered = [];

    public QueueHistory(QueueShape? shape = null)
    {
        shape ??= new QueueShape();
        _model = new QueueModel(shape) { Now = Now };

        // Timers of another clock, that stands still: the history itself looks what is due.
        var site = new QueueSite("/", _clock, new QueueTimers(new FakeTimeProvider()), _dead);
        _queue = new ClassicQueue("/", new QueueDeclaration { Name = "q", Arguments = shape.ToArguments() }, storage: null, site);
        foreach (var (sink, _) in _channels)
        {
            sink.BeforeDelivery = _ => CollectDeliveries();
        }
    }

    private long Now => _clock.GetUtcNow().ToUnixTimeMilliseconds();

    public void Run(IEnumerable<QueueCommand> commands)
    {
        foreach (var command in commands)
        {
            Apply(in command);
            _queue.Dispatch();
            CollectDeliveries();
            Compare(_model.Dispatch(), command);
            _delivered.Clear();
        }
    }

    /// <summary>Settles all that is out and drops the rest.</summary>
    public void Finish()
    {
        Settle(0, _outstanding.Count, SettleOutcome.Reject);
        _queue.Purge();
        Assert.That(_queue.Count(), Is.EqualTo(new QueueCounts(0, 0, _model.Consumers)));
    }

    // Asserted only when it fails: a constraint costs more than the whole step.
    private void Compare(List<ModelDelivery> deliveries, QueueCommand command)
    {
        var expected = deliveries.ConvertAll(delivery => (delivery.Consumer, delivery.Message.Number, delivery.IsRedelivered, delivery.Failed));
        var counts = new QueueCounts(_model.Ready, _model.Unacked, _model.Consumers);
        if (!_delivered.SequenceEqual(expected) || _queue.Count() != counts || !_dead.Deaths.SequenceEqual(_model.Deaths))
        {
            Assert.That(_delivered, Is.EqualTo(expected), $"deliveries after {command}");
            Assert.That(_dead.Deaths, Is.EqualTo(_model.Deaths), $"deaths after {command}");
            Assert.That(_queue.Count(), Is.EqualTo(counts), $"counts after {command}");
        }

        foreach (var delivery in deliveries)
        {
            _taken[delivery.Message.Number] = delivery.Message;
        }
    }

    private void Apply(in QueueCommand command)
    {
        var channel = _channels[command.First % _channels.Length];
        switch (command.Kind)
        {
            case QueueCommandKind.Publish:
                Publish(in command);
                break;
            case QueueCommandKind.Get:
                Get();
                break;
            case QueueCommandKind.Subscribe:
                Subscribe(in command);
                break;
            case QueueCommandKind.Cancel:
                Forget(command.First, isToldToQueue: true);
                break;
            case QueueCommandKind.Forget:
                Forget(command.First, isToldToQueue: false);
                break;
            case QueueCommandKind.Settle:
                Settle(command.First, command.Second % 5, (SettleOutcome)(command.Third % 3));
                break;
            case QueueCommandKind.CloseChannel:
                Close(command.First % _channels.Length);
                break;
            case QueueCommandKind.Wait:
                _clock.Advance(TimeSpan.FromMilliseconds(command.First % 40));
                _model.Now = Now;
                break;
            case QueueCommandKind.Block:
                channel.Sink.IsBlocked = channel.Model.IsBlocked = true;
                break;
            case QueueCommandKind.Unblock:
                channel.Model.IsBlocked = false;
                channel.Sink.Unblock();
                break;
            case QueueCommandKind.SetWindow:
                channel.Model.Limit = command.Second % 4;
                channel.Sink.Window.Set(channel.Model.Limit, channel.Model.Outstanding);
                break;
            case QueueCommandKind.Purge:
                Assert.That(_queue.Purge(), Is.EqualTo(_model.Purge()));
                break;
            default:
                Delete((QueueDeleteConditions)(command.First % 4));
                break;
        }
    }

    // Each message of another length, time to live and priority, in one run where the queue takes runs.
    private void Publish(in QueueCommand command)
    {
        var taken = new List<PublishedMessage>();
        for (var i = 0; i <= command.First % 6; i++)
        {
            int?[] expirations = [null, null, 40, null, 0, 15];
            var expiration = expirations[(command.Second + i) % expirations.Length];
            var priority = (command.Third + i) % 5;
            var padding = (command.First + command.Third + i) % 7;
            var (number, isTaken) = _model.Publish(expiration, priority, sizeof(int) + padding);
            var message = Numbered.Message(number, padding, expiration ?? -1, (byte)priority);
            if (_model.Refuses)
            {
                Assert.That(_queue.Enqueue(new MessageRun(Numbered.Route, [message]), Now) >= 0, Is.EqualTo(isTaken), "whether it is taken");
            }
            else
            {
                taken.Add(message);
            }
        }

        if (taken.Count > 0)
        {
            _queue.Enqueue(new MessageRun(Numbered.Route, CollectionsMarshal.AsSpan(taken)), Now);
        }
    }

    private void Get()
    {
        var isFound = _queue.TryGet(out var message);
        var expected = _model.Get();
        Assert.That(isFound, Is.EqualTo(expected is not null));
        if (isFound && expected is not null)
        {
            var number = Numbered.NumberOf(message.Record);
            Assert.That((number, message.IsRedelivered, message.FailedDeliveries ?? 0), Is.EqualTo((expected.Number, expected.IsRedelivered, expected.Failed)));
            Assert.That(message.ReadyLeft, Is.EqualTo(_model.Ready));
            _taken[number] = expected;
            _outstanding.Add((number, new SettledDelivery(message.Record, null)));
        }
    }

    private void Subscribe(in QueueCommand command)
    {
        var (sink, channel) = _channels[command.First % _channels.Length];
        var isNoAck = command.Third % 4 == 0;
        var isExclusive = command.Third % 15 == 1;
        var consumer = sink.Consumer(_queue, command.Second % 4, isNoAck, isExclusive);
        var model = new ModelConsumer(_consumers.Count, channel, command.Second % 4, isNoAck, isExclusive);
        _consumers.Add(consumer, model);

        var outcome = _queue.Subscribe(consumer);

        consumer.Start();
        var isDeleted = _model.IsDeleted;
        var expected = _model.Subscribe(model) ? SubscribeOutcome.Subscribed
            : isDeleted ? SubscribeOutcome.Deleted
            : SubscribeOutcome.ExclusiveUse;
        Assert.That(outcome, Is.EqualTo(expected));
    }

    private void Forget(int which, bool isToldToQueue)
    {
        if (_consumers.Count == 0)
        {
            return;
        }

        var (consumer, model) = _consumers.ElementAt(which % _consumers.Count);
        ((FakeSink)consumer.Sink).Unknown.Add(consumer);
        model.IsForgotten = true;
        if (isToldToQueue)
        {
            var before = _model.Consumers;
            _model.Unsubscribe(model);
            Assert.That(_queue.Unsubscribe(consumer), Is.EqualTo(before == 1 && _model.Consumers == 0), "whether it was the last");
        }
    }

    // "Multiple": a run of deliveries, of whichever consumers, with one outcome.
    private void Settle(int start, int count, SettleOutcome outcome)
    {
        start = _outstanding.Count == 0 ? 0 : start % _outstanding.Count;
        var chosen = _outstanding.GetRange(start, Math.Min(count, _outstanding.Count - start));
        _outstanding.RemoveRange(start, chosen.Count);
        Settle(chosen, outcome);
    }

    private void Close(int index)
    {
        var (sink, channel) = _channels[index];
        foreach (var (consumer, model) in _consumers.Where(entry => entry.Value.Channel == channel))
        {
            sink.Unknown.Add(consumer);
            model.IsForgotten = true;
            _model.Unsubscribe(model);
            _queue.Unsubscribe(consumer);
        }

        var held = _outstanding.FindAll(entry => entry.Settled.Consumer?.Sink == sink);
        _outstanding.RemoveAll(held.Contains);
        Settle(held, SettleOutcome.Requeue);
    }

    private void Settle(List<(int Number, SettledDelivery Settled)> chosen, SettleOutcome outcome)
    {
        _queue.Settle(CollectionsMarshal.AsSpan(chosen.ConvertAll(entry => entry.Settled)), outcome);
        foreach (var (number, settled) in chosen)
        {
            if (settled.Consumer is { } consumer && ((FakeSink)consumer.Sink).Window is { } window)
            {
                window.Release(1);
            }

            var model = settled.Consumer is null ? null : _consumers[settled.Consumer];
            _taken.Remove(number, out var message);
            _model.Settle(message!, model, outcome); // it is outstanding, so it was taken
        }
    }

    private void Delete(QueueDeleteConditions conditions)
    {
        var deletion = _queue.Delete(conditions);

        var expected = _model.IsDeleted ? QueueDeleteOutcome.AlreadyGone
            : conditions.HasFlag(QueueDeleteConditions.IfEmpty) && _model.Ready > 0 ? QueueDeleteOutcome.NotEmpty
            : conditions.HasFlag(QueueDeleteConditions.IfUnused) && _model.Consumers > 0 ? QueueDeleteOutcome.InUse
            : QueueDeleteOutcome.Deleted;
        Assert.That(deletion.Outcome, Is.EqualTo(expected));
        if (expected == QueueDeleteOutcome.Deleted)
        {
            Assert.That((deletion.Ready, deletion.Consumers.Count), Is.EqualTo(((long)_model.Ready, _model.Consumers)));
            _model.Delete();
        }
    }

    // Called before each share and at the end: what two sinks got comes out in the order it was sent.
    private void CollectDeliveries()
    {
        foreach (var (sink, _) in _channels)
        {
            foreach (var received in sink.Received)
            {
                // A delivery comes from a consumer, always.
                var consumer = received.Settled.Consumer!;
                _delivered.Add((_consumers[consumer], received.Number, received.IsRedelivered, received.FailedDeliveries));
                if (!consumer.IsNoAck)
                {
                    _outstanding.Add((received.Number, received.Settled));
                }
            }

            sink.Received.Clear();
        }
    }
}
