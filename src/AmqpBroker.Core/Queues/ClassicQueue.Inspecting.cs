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
                Counts = new QueueCounts(_state.Ready, _state.Unacked, _state.Consumers.Count),
                ReadyBytes = _state.Lines.ReadyBytes,
                MemoryBytes = _state.Lines.BytesInMemory,
                HeadTimestamp = TimestampOf(_state.Lines.EnumerateLive().FirstOrDefault()),
                Consumers = _state.Consumers.ToArray(),
                ActiveConsumer = _state.Consumers.Active,
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
