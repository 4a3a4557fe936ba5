using System.Text.Json;
using AmqpBroker.Core.Messages;
using AmqpBroker.Core.Queues;
using AmqpBroker.Core.Routing;
using AmqpBroker.Protocol.Content;

namespace AmqpBroker.Management.Resources;

/// <summary>Takes messages off a queue, shows them, and gives them back or lets them go. Used by one request.</summary>
/// <param name="queue">The queue.</param>
/// <param name="isNoAck">Whether they are taken for good at once, as by a basic.get without acknowledgement.</param>
internal sealed class GetMessages(Queue queue, bool isNoAck)
{
    /// <summary>Bytes of payloads that one answer holds at most: the rest stays in the queue.</summary>
    private const long MostBytes = 256 * 1024 * 1024;

    private readonly List<GotMessage> _taken = [];
    private long _bytes;

    /// <summary>Takes messages until there are no more, or as many as wanted, or as an answer can hold.</summary>
    public async ValueTask TakeAsync(long count, CancellationToken cancellationToken)
    {
        while (_taken.Count < count && _bytes < MostBytes)
        {
            if (queue.TryGet(out var message, isNoAck))
            {
                _taken.Add(message);
                _bytes += message.Record.Bytes.Length;
            }
            else if (queue.TryFetchFirst(out var fetched))
            {
                await fetched.WaitAsync(cancellationToken);
            }
            else
            {
                return;
            }
        }
    }

    /// <summary>Ends what <see cref="TakeAsync"/> has begun; nothing may be written afterwards.</summary>
    public void Settle(SettleOutcome outcome)
    {
        queue.Settle([.. _taken.Select(static message => new SettledDelivery(message.Record, null))], outcome);
        _taken.Clear();
        queue.Dispatch();
    }

    /// <summary>Writes what was taken.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="truncate">Most bytes of a payload that are shown.</param>
    /// <param name="asBase64">Whether texts are not shown as such.</param>
    public void Write(Utf8JsonWriter writer, int truncate, bool asBase64)
    {
        writer.WriteStartArray();
        foreach (var message in _taken)
        {
            Write(writer, message, truncate, asBase64);
        }

        writer.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter writer, GotMessage message, int truncate, bool asBase64)
    {
        var record = new MessageRecord(message.Record.Bytes);
        var (exchange, key) = RouteCache.Decode(record.Route);
        writer.WriteStartObject();
        writer.WriteNumber("payload_bytes", record.Body.Length);
        writer.WriteBoolean("redelivered", message.IsRedelivered);
        writer.WriteString("exchange", exchange);
        writer.WriteString("routing_key", key);
        writer.WriteNumber("message_count", message.ReadyLeft);
        writer.WritePropertyName("properties");
        MessageProperties.Write(writer, BasicProperties.Read(ContentHeader.Read(record.Header).Properties));
        MessagePayload.Write(writer, record.Body[..Math.Min(truncate, record.Body.Length)], asBase64);
        writer.WriteEndObject();
    }
}
