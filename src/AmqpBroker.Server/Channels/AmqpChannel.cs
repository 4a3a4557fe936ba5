using AmqpBroker.Core.Clients;
using AmqpBroker.Core.Permissions;
using AmqpBroker.Core.Queues;
using AmqpBroker.Core.VirtualHosts;
using AmqpBroker.Protocol;
using AmqpBroker.Protocol.Methods;
using AmqpBroker.Server.Connections;
using AmqpBroker.Server.Output;

namespace AmqpBroker.Server.Channels;

/// <summary>A channel: what a client does in one conversation, and what it has not settled.</summary>
/// <remarks>Confined to the connection's input loop, but for <see cref="Deliveries"/>, which the output's lock guards.</remarks>
internal sealed class AmqpChannel
{
    private volatile bool _isClosing;
    private bool _isCounted = true;

    public AmqpChannel(ushort number, AmqpConnection connection)
    {
        Number = number;
        Connection = connection;
        Output = connection.Output;
        View = new ChannelView(this);
        Confirms = new PublisherConfirms(this);
        Deliveries = new ChannelDeliveries(connection.Broker.TimeProvider);
        Publishing = new ChannelPublishing(this);
    }

    public ushort Number { get; }

    public AmqpConnection Connection { get; }

    /// <summary>What others see of it.</summary>
    public ChannelView View { get; }

    public ConnectionOutput Output { get; }

    public VirtualHost VirtualHost => Connection.VirtualHost;

    public AccessRights Rights => Connection.Rights;

    public ChannelPublishing Publishing { get; }

    public ChannelDeliveries Deliveries { get; }

    public PublisherConfirms Confirms { get; }

    public PrefetchWindow Window { get; } = new();

    public ChannelTransaction? Transaction { get; set; }

    /// <summary>The consumer of direct replies, while there is one.</summary>
    public ReplyConsumer? Replies { get; set; }

    /// <summary>Prefetch of consumers to come; 0 for no limit.</summary>
    public ushort Prefetch { get; set; }

    /// <summary>The queue this channel declared last, for methods that name none.</summary>
    public string? LastQueue { get; set; }

    /// <summary>Closed by the broker; until the client's close-ok what it sends is dropped.</summary>
    public bool IsClosing => _isClosing;

    /// <summary>Whether a message may begin: the channel is open, and no content is due.</summary>
    public bool IsReadyToPublish => !IsClosing && Publishing.IsIdle;

    /// <summary>Handles a method frame.</summary>
    /// <exception cref="AmqpException">The channel or the connection must be closed.</exception>
    public void HandleMethod(ReadOnlySpan<byte> payload, InputBatch batch)
    {
        Publishing.CheckMethodMayCome();
        var id = MethodDecoder.ReadId(payload);
        try
        {
            switch (id)
            {
                case MethodId.BasicPublish:
                    Publishing.Begin(BasicPublishView.Read(payload[sizeof(uint)..]));
                    break;
                case MethodId.BasicAck:
                    SettleMethods.Ack(this, MethodDecoder.Decode<BasicAck>(payload), batch);
                    break;
                case MethodId.BasicNack:
                    SettleMethods.Nack(this, MethodDecoder.Decode<BasicNack>(payload), batch);
                    break;
                case MethodId.BasicReject:
                    SettleMethods.Reject(this, MethodDecoder.Decode<BasicReject>(payload), batch);
                    break;
                default:
                    batch.FlushAndDispatch();
                    if (!IsClosing)
                    {
                        Connection.Hold.Await(ChannelMethods.HandleAsync(this, id, payload, batch), id, this);
                    }

                    break;
            }
        }
        catch (AmqpException exception)
        {
            exception.Method ??= id;
            throw;
        }
    }

    /// <summary>Closes the channel for an error: tells the client, and gives back what the channel holds.</summary>
    public void Fail(ChannelException exception)
    {
        if (IsClosing)
        {
            return;
        }

        _isClosing = true;
        this.NoteEnd(CloseInitiator.Broker, exception.ReplyText, exception.Code, exception.HidesMethod ? null : exception.Method);
        Release();
        Output.Write(Number, new ChannelClose(exception.Code, exception.ReplyText, exception.ClassId, exception.MethodNumber));
        Connection.Log.ChannelClosedByError(Connection.Name, Number, exception.ReplyText);
    }

    /// <summary>Ends consumers and requeues what is unsettled.</summary>
    public void Release()
    {
        if (_isCounted)
        {
            _isCounted = false;
            Connection.Admission?.CloseChannel();
            Connection.Broker.Statistics.Churn.ChannelClosed();
        }

        Publishing.Reset();
        Transaction?.Rollback(this);
        Transaction = null;
        Replies?.Close();
        Replies = null;
        Consumer[] consumers;
        lock (Output.Gate)
        {
            consumers = [.. Deliveries.Consumers];
        }

        var emptied = new List<Queue>();
        foreach (var consumer in consumers)
        {
            if (consumer.Queue.Unsubscribe(consumer) && consumer.Queue.Declaration.IsAutoDelete)
            {
                emptied.Add(consumer.Queue);
            }
        }

        var unacked = new List<UnackedDelivery>();
        lock (Output.Gate)
        {
            foreach (var consumer in consumers)
            {
                Deliveries.Remove(consumer);
            }

            while (Deliveries.Unacked.TryTakeFirst(ulong.MaxValue, out var delivery))
            {
                unacked.Add(delivery);
            }
        }

        Requeue(unacked);

        // Also where nothing came back: another may be the active consumer now.
        foreach (var consumer in consumers)
        {
            consumer.Queue.Dispatch();
        }

        foreach (var queue in emptied)
        {
            Connection.Queues.DeleteUnused(queue);
        }

        Connection.Broker.Statistics.Collect(View);
    }

    private static void Requeue(List<UnackedDelivery> unacked)
    {
        // The same queue object is the key: its type compares by identity.
        foreach (var group in unacked.GroupBy(delivery => delivery.Queue!))
        {
            group.Key.Settle([.. group.Select(delivery => delivery.ToSettled())], SettleOutcome.Requeue);
            group.Key.Dispatch();
        }
    }

    /// <summary>Adds the queues of all consumers to a set.</summary>
    public void AddConsumedQueues(HashSet<Queue> queues)
    {
        lock (Output.Gate)
        {
            foreach (var consumer in Deliveries.Consumers)
            {
                queues.Add(consumer.Queue);
            }
        }
    }
}
