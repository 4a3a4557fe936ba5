using AmqpBroker.Core.Messages;
using AmqpBroker.Core.Statistics;
using AmqpBroker.Protocol.Content;
using AmqpBroker.Storage.Records;

namespace AmqpBroker.Core.Queues;

/// <summary>What may be seen of the queue.</summary>
public sealed partial class ClassicQueue
{
    /// <inheritdoc/>
    public override Consumer? ActiveConsumer
    {
        get
        {
            lock (_gate)
            {
                return _deliveries.Consumers.Active;
            }
        }
    }

    /// <inheritdoc/>
    public override QueueFigures Figures
    {
        get
        {
            lock (_gate)
            {
                return _deliveries.ReadFigures();
            }
        }
    }

    /// <inheritdoc/>
    internal override void ReadStatistics(Span<long> values)
    {
        lock (_gate)
        {
            _messages.Counters.WriteTo(values, _deliveries.Count());
        }
    }

    /// <inheritdoc/>
    public override QueueCounts Count()
    {
        lock (_gate)
        {
            return _deliveries.Count();
        }
    }

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
