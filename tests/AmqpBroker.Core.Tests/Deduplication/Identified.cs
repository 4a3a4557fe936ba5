using AmqpBroker.Core.Messages;
using AmqpBroker.Core.Queues;
using AmqpBroker.Protocol.Content;
using AmqpBroker.Protocol.Fields;

namespace AmqpBroker.Core.Tests.Deduplication;

/// <summary>Messages with ids.</summary>
internal static class Identified
{
    public static readonly byte[] Route = [0, 1, (byte)'q'];

    public static byte[] Header(FieldTable headers) => ContentHeader.ToArray(0, BasicProperties.Empty with { Headers = headers });

    public static byte[] Header(FieldValue id) => Header(FieldTable.Of(new FieldEntry("x-deduplication-header", id)));

    public static PublishedMessage Message(string? id, bool isPersistent = false, long expiration = -1) => new()
    {
        Header = id is null ? Header(FieldTable.Empty) : Header(FieldValue.From(id)),
        Body = new byte[sizeof(int)],
        Flags = isPersistent ? MessageFlags.Persistent : MessageFlags.None,
        ExpiresAfterMilliseconds = expiration,
    };

    public static long Publish(this Queue queue, string? id, bool isPersistent = false, long expiration = -1, long now = 0)
    {
        var position = queue.Enqueue(new MessageRun(Route, [Message(id, isPersistent, expiration)]), now);
        queue.Dispatch();
        return position;
    }
}
