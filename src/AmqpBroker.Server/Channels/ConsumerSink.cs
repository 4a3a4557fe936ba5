using AmqpBroker.Core.Clients;
using AmqpBroker.Core.Messages;
using AmqpBroker.Core.Queues;
using AmqpBroker.Protocol.Methods;
using AmqpBroker.Server.Output;
using AmqpBroker.Server.Tracing;

namespace AmqpBroker.Server.Channels;

/// <summary>Brings a consumer's messages onto its connection: numbers, remembers and encodes them under the output's lock.</summary>
internal sealed class ConsumerSink : IDeliverySink
{
    private readonly AmqpChannel _channel;
    private readonly byte[] _prefix;
    private bool _isAnnounced;
    private bool _isLost;

    public ConsumerSink(AmqpChannel channel, string consumerTag)
    {
        _channel = channel;
        _prefix = ContentEncoder.DeliverPrefixOf(consumerTag);
    }

    /// <inheritdoc/>
    public bool IsWritable => _channel.Output.IsWritable;

    /// <inheritdoc/>
    public void CallWhenWritable(Consumer consumer) => _channel.Output.CallWhenWritable(consumer);

    /// <inheritdoc/>
    public IClientChannel Channel => _channel.View;

    /// <inheritdoc/>
    public object Connection => _channel.Output;

    /// <summary>Whether the channel has this consumer; changed and read under the output's lock.</summary>
    public bool IsOpen { get; set; }

    /// <inheritdoc/>
    public void Deliver(DispatchBatch batch, int first)
    {
        var output = _channel.Output;
        var trace = DeliverTrace.Begin(batch, first, _channel.Connection.Broker.TimeProvider);
        lock (output.Gate)
        {
            var isOpen = output.TryBeginLocked(out var cursor);
            var tally = default(DeliveryTally);
            for (var i = first; i >= 0; i = batch[i].Next)
            {
                ref readonly var delivery = ref batch[i];

                // Every consumer of a connection has a sink of this kind: it is what the chain was made by.
                var sink = (ConsumerSink)delivery.Consumer.Sink;
                if (isOpen && sink.IsOpen)
                {
                    sink.Write(ref cursor, in delivery);
                    tally.Add(sink._channel.Deliveries, delivery.Consumer.IsNoAck, delivery.IsRedelivered);
                }
                else
                {
                    batch.Refuse(i);
                }
            }

            cursor.Commit();
            tally.Complete();
            output.FlushLocked();
        }

        trace?.End(batch);
    }

    /// <summary>Tells the client that it consumes, and if the queue has gone since, that it does not any more.</summary>
    public void Announce(Consumer consumer, bool isAnswerWanted)
    {
        lock (_channel.Output.Gate)
        {
            if (isAnswerWanted)
            {
                _channel.Output.WriteLocked(_channel.Number, new BasicConsumeOk(consumer.Tag));
            }

            _isAnnounced = true;
            if (_isLost)
            {
                WriteCancel(consumer);
            }
        }
    }

    /// <inheritdoc/>
    public void ConsumerCancelled(Consumer consumer)
    {
        lock (_channel.Output.Gate)
        {
            if (!_channel.Deliveries.Remove(consumer))
            {
                return;
            }

            if (_isAnnounced)
            {
                WriteCancel(consumer);
                _channel.Output.FlushLocked();
            }
            else
            {
                _isLost = true;
            }
        }
    }

    private void WriteCancel(Consumer consumer)
    {
        if (_channel.Connection.Client.WantsCancelNotification)
        {
            _channel.Output.WriteLocked(_channel.Number, new BasicCancel(consumer.Tag, NoWait: true));
        }
    }

    private void Write(ref OutputCursor cursor, in Delivery delivery)
    {
        var tag = _channel.Deliveries.Number(in delivery);
        var message = new MessageRecord(delivery.Record.Bytes);
        var header = delivery.FailedDeliveries == 0 ? message.Header : DeliveryCountHeader.AddTo(message.Header, delivery.FailedDeliveries);
        ContentEncoder.WriteDeliver(
            ref cursor, _channel.Number, _channel.Output.FrameMax, _prefix, tag, delivery.IsRedelivered,
            message.Route, header, message.Body);
    }
}
