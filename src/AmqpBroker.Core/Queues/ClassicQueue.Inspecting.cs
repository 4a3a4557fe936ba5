using AmqpBroker.Core.Messages;
using AmqpBroker.Protocol.Content;
using AmqpBroker.Storage.Records;

namespace AmqpBroker.Core.Queues;

/// <summary>What may be seen of the queue.</summary>
public sealed partial class ClassicQueue
{
    /// <inheritdoc/>
    public override QueueSnapshot Inspect()
    {
        lock (_gate)
        {
            return new QueueSnapshot
            {
                Figures = _deliveries.ReadFigures(),
                HeadTimestamp = TimestampOf(_messages.Lines.EnumerateLive().FirstOrDefault()),
                Consumers = _deliveries.Consumers.ToArray(),
            };
        }
    }

    private static ulong? TimestampOf(RecordRef record)
    {
        if (record == default)
        {
            return null;
        }

        var properties = BasicPropertiesView.Parse(ContentHeader.Read(new MessageRecord(record.Bytes).Header).Properties);
        return properties.Has(PropertyFlags.Timestamp) ? properties.Timestamp : null;
    }
}
