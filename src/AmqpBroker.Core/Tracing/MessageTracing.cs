using System.Diagnostics;
using System.Text;
using AmqpBroker.Protocol.Content;

namespace AmqpBroker.Core.Tracing;

/// <summary>Makes spans of messages, named and described by OpenTelemetry's conventions for messaging; none unless somebody listens.</summary>
/// <remarks>
/// A message is never changed for it: it goes on with the context its publisher gave it, which is the parent of what is done with it here.
/// </remarks>
public static class MessageTracing
{
    /// <summary>The source of spans of messages that come with a context.</summary>
    public const string SourceName = "AmqpBroker.Messages";

    /// <summary>The source of traces that begin here, of messages that come without one. Its listener decides how many do.</summary>
    public const string RootSourceName = "AmqpBroker.Messages.Roots";

    private const string DefaultExchange = "amq.default";

    private static readonly ActivitySource Continued = new(SourceName);
    private static readonly ActivitySource Begun = new(RootSourceName);

    /// <summary>Whether anybody wants spans of what is published. To be asked once for many messages.</summary>
    public static bool IsOn => Continued.HasListeners() || Begun.HasListeners();

    /// <summary>Whether anybody wants spans of messages that come with a context.</summary>
    public static bool IsContinuing => Continued.HasListeners();

    /// <summary>Starts the span of a message that comes, if there is to be one.</summary>
    /// <param name="message">What is known of the message.</param>
    /// <param name="properties">Its properties.</param>
    /// <param name="start">When its handling began.</param>
    public static Activity? StartPublish(in TracedMessage message, in BasicPropertiesView properties, DateTimeOffset start)
    {
        if (TraceContext.TryReadSampled(in properties, out var context, out var isUnsampled))
        {
            return Start(Continued, ActivityKind.Server, "publish", "send", context, in message, in properties, start);
        }

        return isUnsampled || !Begun.HasListeners() ? null : Start(Begun, ActivityKind.Server, "publish", "send", default, in message, in properties, start);
    }

    /// <summary>Notes the routing of a message, which is done with.</summary>
    /// <param name="publish">The message's own span.</param>
    /// <param name="message">What is known of the message.</param>
    /// <param name="queues">How many queues it goes to.</param>
    /// <param name="end">When they were known; the beginning is that of <paramref name="publish"/>.</param>
    public static void AddRoute(Activity publish, in TracedMessage message, int queues, DateTimeOffset end)
    {
        ArgumentNullException.ThrowIfNull(publish);
        var outer = Activity.Current;
        using var span = publish.Source.StartActivity(
            $"route {NameOf(message.Exchange)}", ActivityKind.Internal, publish.Context, tags: null, links: null, new DateTimeOffset(publish.StartTimeUtc));
        if (span is not null)
        {
            Describe(span, "route", in message);
            span.SetTag("amqpbroker.route.queues", queues);
            span.SetEndTime(end.UtcDateTime);
        }

        Activity.Current = outer;
    }

    /// <summary>Starts the span of a message that goes to a consumer; none for one that came without a context.</summary>
    /// <param name="message">What is known of the message; its queue, too.</param>
    /// <param name="header">The content header's payload.</param>
    /// <param name="isGet">Whether its client has asked for this one.</param>
    /// <param name="start">When its handling began.</param>
    public static Activity? StartDeliver(in TracedMessage message, ReadOnlySpan<byte> header, bool isGet, DateTimeOffset start)
    {
        // Most have no headers, and are not to be parsed again.
        var bytes = ContentHeader.Read(header).Properties;
        if (bytes.Length < sizeof(ushort) || ((PropertyFlags)(bytes[0] << 8) & PropertyFlags.Headers) != PropertyFlags.Headers)
        {
            return null;
        }

        var properties = BasicPropertiesView.Parse(bytes);
        if (!TraceContext.TryReadSampled(in properties, out var context, out _))
        {
            return null;
        }

        return Start(
            Continued, isGet ? ActivityKind.Server : ActivityKind.Producer, isGet ? "get" : "deliver", "receive", context, in message, in properties, start);
    }

    private static Activity? Start(
        ActivitySource source,
        ActivityKind kind,
        string operation,
        string operationType,
        ActivityContext parent,
        in TracedMessage message,
        in BasicPropertiesView properties,
        DateTimeOffset start)
    {
        // A root must not become the child of what this thread does besides, and what it does next is none of a message's.
        var outer = Activity.Current;
        Activity.Current = null;
        var span = source.StartActivity($"{operation} {message.Queue ?? NameOf(message.Exchange)}", kind, parent, tags: null, links: null, start);
        Activity.Current = outer;
        if (span is not { IsAllDataRequested: true })
        {
            return null;
        }

        Describe(span, operation, in message);
        span.SetTag("messaging.operation.type", operationType);
        span.SetTag("messaging.message.body.size", message.BodySize);
        SetText(span, "messaging.message.id", properties.MessageId);
        SetText(span, "messaging.message.conversation_id", properties.CorrelationId);
        return span;
    }

    private static void Describe(Activity span, string operation, in TracedMessage message)
    {
        span.SetTag("messaging.system", "rabbitmq");
        span.SetTag("messaging.operation.name", operation);
        span.SetTag("messaging.destination.name", NameOf(message.Exchange));
        if (message.RoutingKey.Length > 0)
        {
            span.SetTag("messaging.rabbitmq.destination.routing_key", message.RoutingKey);
        }

        if (message.Queue is not null)
        {
            span.SetTag("messaging.destination.subscription.name", message.Queue);
        }

        span.SetTag("amqpbroker.vhost", message.VirtualHost);
    }

    private static void SetText(Activity span, string name, ReadOnlySpan<byte> text)
    {
        if (!text.IsEmpty)
        {
            span.SetTag(name, Encoding.UTF8.GetString(text));
        }
    }

    private static string NameOf(string exchange) => exchange.Length == 0 ? DefaultExchange : exchange;
}
