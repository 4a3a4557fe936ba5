using System.Globalization;
using AmqpBroker.Core.DeadLetters;
using AmqpBroker.Core.Messages;
using AmqpBroker.Core.Persistence;
using AmqpBroker.Core.Routing;
using AmqpBroker.Core.VirtualHosts;
using AmqpBroker.Protocol.Content;
using AmqpBroker.Protocol.Fields;

namespace AmqpBroker.Core.Delays;

/// <summary>Publishes messages whose time has come. Any thread, outside every lock.</summary>
/// <remarks>They are what they were, but for the sign of x-delay; their own time to live begins now.</remarks>
internal sealed class DelayedPublisher(VirtualHost virtualHost, MessageJournal? journal, TimeProvider time) : IDelayedPublisher
{
    private readonly InternalPublisher _publisher = new(journal);

    /// <inheritdoc/>
    public void Publish(DelayQueue queue, IReadOnlyList<PendingMessage> messages)
    {
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        foreach (var message in messages)
        {
            Publish(queue, new MessageRecord(message.Message), now);
        }
    }

    private void Publish(DelayQueue queue, MessageRecord record, long now)
    {
        var properties = DelayHeader.Negate(BasicProperties.Read(ContentHeader.Read(record.Header).Properties));
        var headers = properties.Headers ?? FieldTable.Empty;
        var (_, key) = RouteCache.Decode(record.Route);
        List<string> keys = [key, .. CarbonCopies.KeysOf(headers, CarbonCopies.Visible), .. CarbonCopies.KeysOf(headers, CarbonCopies.Blind)];
        var targets = virtualHost.Routes.FindForDelayed(queue, keys, properties);
        if (headers.TryGet(CarbonCopies.Blind, out _))
        {
            properties = properties with { Headers = headers.ToBuilder().Remove(CarbonCopies.Blind).Build() };
        }

        var message = new PublishedMessage
        {
            Header = ContentHeader.ToArray((ulong)record.Body.Length, properties),
            Body = record.Body.ToArray(),
            Flags = record.Flags & MessageFlags.Persistent,
            Priority = record.Priority,
            ExpiresAfterMilliseconds = ExpirationOf(properties),
        };
        _publisher.Enqueue(targets, new MessageRun(record.Route, [message]), now);
    }

    // Found to be a number when the message was published.
    private static long ExpirationOf(BasicProperties properties) =>
        long.TryParse(properties.Expiration, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var milliseconds) ? milliseconds : -1;
}
