using System.Text;
using AmqpBroker.Core.Messages;
using AmqpBroker.Core.Queues;
using AmqpBroker.Protocol;
using AmqpBroker.Protocol.Methods;
using AmqpBroker.Server.Output;

namespace AmqpBroker.Server.Channels;

/// <summary>Brings a consumer's messages onto its connection: numbers, remembers and encodes them under the output's lock.</summary>
internal sealed class ConsumerSink : IDeliverySink
{
    private readonly AmqpChannel _channel;
    private readonly byte[] _prefix;

    public ConsumerSink(AmqpChannel channel, string consumerTag)
    {
        _channel = channel;
        var tag = Encoding.UTF8.GetBytes(consumerTag);
        var id = MethodId.BasicDeliver;
        _prefix = [0, (byte)id.ClassId(), 0, (byte)id.MethodNumber(), (byte)tag.Length, .. tag];
    }

    /// <inheritdoc/>
    public bool IsWritable => _channel.Output.IsWritable;

    /// <inheritdoc/>
    public void CallWhenWritable(Consumer consumer) => _channel.Output.CallWhenWritable(consumer);

    /// <inheritdoc/>
    public bool TryDeliver(Consumer consumer, DispatchBatch batch)
    {
        var output = _channel.Output;
        lock (output.Gate)
        {
            if (!_channel.Deliveries.IsConsuming(consumer) || !output.TryBeginLocked(out var cursor))
            {
                return false;
            }

            var deliveries = _channel.Deliveries;
            for (var i = DispatchBatch.FirstOf(consumer); i >= 0; i = batch[i].Next)
            {
                ref readonly var delivery = ref batch[i];
                var tag = deliveries.Number(consumer, in delivery);
                var message = new MessageRecord(delivery.Record.Bytes);
                ContentEncoder.WriteDeliver(
                    ref cursor, _channel.Number, output.FrameMax, _prefix, tag, delivery.IsRedelivered, in message);
            }

            cursor.Commit();
            output.FlushLocked();
            return true;
        }
    }

    /// <inheritdoc/>
    public void ConsumerCancelled(Consumer consumer)
    {
        var output = _channel.Output;
        lock (output.Gate)
        {
            if (!_channel.Deliveries.Remove(consumer))
            {
                return;
            }
        }

        if (_channel.Connection.Client.WantsCancelNotification)
        {
            output.Write(_channel.Number, new BasicCancel(consumer.Tag, NoWait: true));
            output.Flush();
        }
    }
}
