using AmqpBroker.Core.Messages;
using AmqpBroker.Core.Permissions;
using AmqpBroker.Core.Queues;
using AmqpBroker.Core.Replies;
using AmqpBroker.Core.Routing;
using AmqpBroker.Core.VirtualHosts;
using AmqpBroker.Protocol.Errors;
using AmqpBroker.Protocol.Fields;
using AmqpBroker.Protocol.Methods;
using AmqpBroker.Server.Output;
using AmqpBroker.Server.Tracing;

namespace AmqpBroker.Server.Channels;

/// <summary>The basic class (AMQP 0-9-1 §1.8) but for publishing and settling.</summary>
internal static class BasicMethods
{
    private const string PriorityArgument = "x-priority";

    public static void Qos(AmqpChannel channel, in BasicQos method, InputBatch batch)
    {
        if (method.PrefetchSize != 0)
        {
            throw BasicErrors.PrefetchSizeNotSupported(method.PrefetchSize);
        }

        if (method.Global)
        {
            int outstanding;
            lock (channel.Output.Gate)
            {
                outstanding = channel.Deliveries.Unacked.CountConsumed();
            }

            channel.Window.Set(method.PrefetchCount, outstanding);
            batch.TouchConsumed(channel);
        }
        else
        {
            channel.Prefetch = method.PrefetchCount;
        }

        channel.Output.Write(channel.Number, new BasicQosOk());
    }

    public static void Consume(AmqpChannel channel, in BasicConsume method, InputBatch batch)
    {
        var name = QueueMethods.NameOf(channel, method.Queue);
        if (name == DirectReplies.Name)
        {
            ReplyMethods.Consume(channel, in method);
            return;
        }

        channel.Rights.RequireQueue(Right.Read, name);
        var queue = channel.VirtualHost.GetQueue(name, channel.Connection);
        var isQuorum = queue.Settings.Quorum is not null;
        if (isQuorum && channel.Window.IsLimited)
        {
            throw BasicErrors.GlobalQosNotSupported(queue.Name, queue.VirtualHost);
        }

        var priority = ReadPriority(queue, method.Arguments);
        var tag = method.ConsumerTag.Length > 0 ? method.ConsumerTag : ServerNames.NewConsumerTag();
        var sink = new ConsumerSink(channel, tag);
        var consumer = new Consumer
        {
            Tag = tag,
            Queue = queue,
            Sink = sink,
            IsNoAck = method.NoAck,

            // Quorum queues accept the wish, and serve every consumer all the same.
            IsExclusive = method.Exclusive && !isQuorum,
            Prefetch = channel.Prefetch,
            Window = channel.Window,
            Priority = priority,
            Arguments = method.Arguments,
        };
        lock (channel.Output.Gate)
        {
            if (!channel.Deliveries.TryAdd(consumer, sink))
            {
                throw BasicErrors.ConsumerTagInUse(tag);
            }
        }

        channel.Connection.Watch.Begin();
        Subscribe(channel, queue, consumer);
        sink.Announce(consumer, isAnswerWanted: !method.NoWait);
        consumer.Start();
        batch.Touch(queue);
    }

    private static void Subscribe(AmqpChannel channel, Queue queue, Consumer consumer)
    {
        var outcome = queue.Subscribe(consumer);
        if (outcome == SubscribeOutcome.Subscribed)
        {
            return;
        }

        lock (channel.Output.Gate)
        {
            channel.Deliveries.Remove(consumer);
        }

        throw outcome == SubscribeOutcome.ExclusiveUse
            ? BasicErrors.ExclusiveUse(queue.Name, channel.VirtualHost.Name)
            : QueueErrors.NotFound(queue.Name, channel.VirtualHost.Name);
    }

    public static ValueTask CancelAsync(AmqpChannel channel, in BasicCancel method)
    {
        if (ReplyMethods.TryCancel(channel, in method))
        {
            return ValueTask.CompletedTask;
        }

        Consumer? consumer;
        lock (channel.Output.Gate)
        {
            channel.Deliveries.TryRemove(method.ConsumerTag, out consumer);
        }

        // What is on its way to the consumer now finds it gone, and goes back to its place.
        var isLast = consumer is not null && consumer.Queue.Unsubscribe(consumer);
        if (consumer is not null && !isLast)
        {
            // Its place may be another's now: the next active consumer's.
            consumer.Queue.Dispatch();
        }

        if (!method.NoWait)
        {
            channel.Output.Write(channel.Number, new BasicCancelOk(method.ConsumerTag));
        }

        return isLast && consumer is { Queue.Declaration.IsAutoDelete: true }
            ? channel.Connection.Queues.DeleteUnusedAsync(consumer.Queue)
            : ValueTask.CompletedTask;
    }

    public static ValueTask GetAsync(AmqpChannel channel, in BasicGet method)
    {
        var name = QueueMethods.NameOf(channel, method.Queue);
        channel.Rights.RequireQueue(Right.Read, name);
        var queue = channel.VirtualHost.GetQueue(name, channel.Connection);
        if (queue.Settings is { Quorum: not null, HasSingleActiveConsumer: true })
        {
            throw BasicErrors.GetFromSingleActiveConsumer(queue.Name, queue.VirtualHost);
        }

        if (!method.NoAck)
        {
            channel.Connection.Watch.Begin();
        }

        if (TryGet(channel, queue, method.NoAck))
        {
            return ValueTask.CompletedTask;
        }

        if (queue.TryFetchFirst(out var fetched))
        {
            return new(GetFetchedAsync(fetched, channel, queue, method.NoAck));
        }

        AnswerEmpty(channel);
        return ValueTask.CompletedTask;
    }

    private static async Task GetFetchedAsync(Task fetched, AmqpChannel channel, Queue queue, bool isNoAck)
    {
        // Others may take what was fetched: then there is the next to wait for, or nothing.
        do
        {
            await fetched;
            if (TryGet(channel, queue, isNoAck))
            {
                return;
            }
        }
        while (queue.TryFetchFirst(out fetched));

        AnswerEmpty(channel);
    }

    private static void AnswerEmpty(AmqpChannel channel)
    {
        channel.Deliveries.CountGetEmpty();
        channel.Output.Write(channel.Number, new BasicGetEmpty(""));
    }

    private static bool TryGet(AmqpChannel channel, Queue queue, bool isNoAck)
    {
        if (!queue.TryGet(out var got, isNoAck))
        {
            return false;
        }

        var message = new MessageRecord(got.Record.Bytes);
        var (exchange, key) = RouteCache.Decode(message.Route);
        var header = got.FailedDeliveries is { } failed ? DeliveryCountHeader.AddTo(message.Header, failed) : message.Header;
        var trace = DeliverTrace.BeginGet(queue, message, channel.Connection.Broker.TimeProvider);
        lock (channel.Output.Gate)
        {
            var tag = channel.Deliveries.Number(queue, in got, isNoAck);
            var answer = new BasicGetOk(tag, got.IsRedelivered, exchange, key, (uint)Math.Min(got.ReadyLeft, uint.MaxValue));
            channel.Output.WriteContentLocked(channel.Number, in answer, header, message.Body);
        }

        trace?.End();

        if (isNoAck)
        {
            queue.Settle([new SettledDelivery(got.Record, Consumer: null)], SettleOutcome.Forget);
            queue.Dispatch();
        }

        return true;
    }

    public static void Recover(AmqpChannel channel, in BasicRecover method, InputBatch batch)
    {
        RequireRequeue(method.Requeue);

        // The answer goes first, the redeliveries after it.
        channel.Output.Write(channel.Number, new BasicRecoverOk());
        RequeueAll(channel, batch);
    }

    public static void Recover(AmqpChannel channel, in BasicRecoverAsync method, InputBatch batch)
    {
        RequireRequeue(method.Requeue);
        RequeueAll(channel, batch);
    }

    private static void RequireRequeue(bool requeue)
    {
        if (!requeue)
        {
            throw BasicErrors.RecoverWithoutRequeue();
        }
    }

    private static void RequeueAll(AmqpChannel channel, InputBatch batch)
    {
        batch.Settle(channel, new(0, IsMultiple: true, SettleOutcome.Requeue, Protocol.MethodId.BasicRecover));
        batch.Flush();
    }

    private static int ReadPriority(Queue queue, FieldTable arguments)
    {
        if (!arguments.TryGet(PriorityArgument, out var priority))
        {
            return 0;
        }

        return priority.TryGetInteger(out var number)
            ? (int)Math.Clamp(number, int.MinValue, int.MaxValue)
            : throw QueueErrors.InvalidArgument(queue.Name, queue.VirtualHost, PriorityArgument, ArgumentFlaws.ExpectedInteger(priority.TypeName));
    }
}
