using AmqpBroker.Protocol.Errors;
using AmqpBroker.Protocol.Fields;

namespace AmqpBroker.Core.VirtualHosts;

/// <summary>The arguments of queue.declare that the broker knows, and what each may be.</summary>
public static class QueueArguments
{
    /// <summary>The type of the queue.</summary>
    public const string QueueType = "x-queue-type";

    /// <summary>How long the queue stays unused, in milliseconds, at least 1.</summary>
    public const string Expires = "x-expires";

    /// <summary>How long a message stays, in milliseconds.</summary>
    public const string MessageTtl = "x-message-ttl";

    /// <summary>Exchange for messages that die here.</summary>
    public const string DeadLetterExchange = "x-dead-letter-exchange";

    /// <summary>Routing key for messages that die here.</summary>
    public const string DeadLetterRoutingKey = "x-dead-letter-routing-key";

    /// <summary>Most ready messages.</summary>
    public const string MaxLength = "x-max-length";

    /// <summary>Most bytes of ready messages' bodies.</summary>
    public const string MaxLengthBytes = "x-max-length-bytes";

    /// <summary>What a full queue does.</summary>
    public const string Overflow = "x-overflow";

    /// <summary>Highest priority told apart, up to 255.</summary>
    public const string MaxPriority = "x-max-priority";

    /// <summary>Whether one consumer gets everything until it goes.</summary>
    public const string SingleActiveConsumer = "x-single-active-consumer";

    /// <summary>Whether a message is dropped while one of the same id is in the queue.</summary>
    public const string Deduplication = "x-message-deduplication";

    /// <summary>How often a message may come back, on a quorum queue; negative for ever.</summary>
    public const string DeliveryLimit = "x-delivery-limit";

    /// <summary>Whether messages that die are sure to reach where they go on to, on a quorum queue.</summary>
    public const string DeadLetterStrategy = "x-dead-letter-strategy";

    /// <summary>How long a stream keeps its messages.</summary>
    public const string MaxAge = "x-max-age";

    /// <summary>Bytes of one segment of a stream.</summary>
    public const string StreamSegmentSize = "x-stream-max-segment-size-bytes";

    /// <summary>How long a delivery may be unsettled, in milliseconds (RabbitMQ 3.12 and later). Anything else is no mistake, and says nothing.</summary>
    public const string ConsumerTimeout = "x-consumer-timeout";

    private const long TenYearsInMilliseconds = 315_360_000_000;

    /// <summary>Says what is wrong with a value, or null.</summary>
    private delegate string? Check(FieldValue value);

    /// <summary>Arguments that must agree when a queue is declared again; others are not looked at.</summary>
    public static IReadOnlyList<string> Compared { get; } =
    [
        Expires, MessageTtl, DeadLetterExchange, DeadLetterRoutingKey, DeadLetterStrategy, MaxLength, MaxLengthBytes,
        "x-max-in-memory-length", "x-max-in-memory-bytes", MaxPriority, Overflow, "x-queue-mode", SingleActiveConsumer, QueueType,
        DeliveryLimit, "x-quorum-initial-group-size", "x-queue-leader-locator",
    ];

    private static readonly (string Name, Check Check)[] Checks =
    [
        (QueueType, value => OneOf(value, ArgumentFlaws.UnsupportedQueueType, [.. QueueTypes.Names])),
        (Expires, value => Duration(value) ?? Positive(value)),
        (MessageTtl, Duration),
        (DeadLetterRoutingKey, Text),
        (MaxLength, NotNegative),
        (MaxLengthBytes, NotNegative),
        (MaxPriority, value => NotNegative(value) ?? AtMost(value, 255)),
        (Overflow, value => OneOf(
            value, _ => ArgumentFlaws.InvalidOverflow, "drop-head", "reject-publish", "reject-publish-dlx")),
        ("x-queue-mode", value => OneOf(value, ArgumentFlaws.UnsupportedQueueMode, "default", "lazy")),
        (SingleActiveConsumer, value => value.Type == FieldType.Boolean ? null : Unacceptable(value)),
        ("x-queue-version", QueueVersion),
        (DeliveryLimit, value => value.TryGetInteger(out _) ? null : ArgumentFlaws.ExpectedInteger(value.TypeName)),
        (DeadLetterStrategy, value => OneOf(
            value, _ => ArgumentFlaws.InvalidDeadLetterStrategy, "at-most-once", "at-least-once")),
        ("x-max-in-memory-length", NotNegative),
        ("x-max-in-memory-bytes", NotNegative),
        ("x-quorum-initial-group-size", Positive),
        ("x-initial-cluster-size", Positive),
        ("x-queue-leader-locator", value => OneOf(
            value, _ => ArgumentFlaws.InvalidLeaderLocator, "client-local", "balanced", "random", "least-leaders")),
        (MaxAge, value => Text(value) ?? (value.TryGetString(out var age) && IsAge(age) ? null : ArgumentFlaws.InvalidMaxAge)),
        (StreamSegmentSize, NotNegative),
    ];

    /// <summary>Checks the arguments of a queue about to be made.</summary>
    /// <exception cref="Protocol.ChannelException">406 naming the argument and what is wrong.</exception>
    public static void Validate(string queue, string vhost, FieldTable arguments)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        QueueTypes.RefuseArgumentsOfOthers(queue, vhost, arguments);
        if (arguments.TryGet(DeadLetterExchange, out var exchange) && !exchange.TryGetString(out _))
        {
            throw QueueErrors.InvalidArgumentType(queue, vhost, DeadLetterExchange, exchange.TypeName);
        }

        foreach (var (name, check) in Checks)
        {
            if (arguments.TryGet(name, out var value) && check(value) is { } flaw)
            {
                throw QueueErrors.InvalidArgument(queue, vhost, name, flaw);
            }
        }

        if (arguments.TryGet(DeadLetterRoutingKey, out _) && !arguments.TryGet(DeadLetterExchange, out _))
        {
            throw QueueErrors.InvalidArgument(queue, vhost, DeadLetterRoutingKey, ArgumentFlaws.RoutingKeyWithoutExchange);
        }
    }

    private static string? NotNegative(FieldValue value) =>
        !value.TryGetInteger(out var number) ? ArgumentFlaws.ExpectedInteger(value.TypeName)
        : number < 0 ? ArgumentFlaws.Negative(number)
        : null;

    private static string? Duration(FieldValue value) =>
        NotNegative(value)
        ?? (value.TryGetInteger(out var number) && number > TenYearsInMilliseconds ? ArgumentFlaws.TooLarge(number) : null);

    private static string? AtMost(FieldValue value, long maximum) =>
        value.TryGetInteger(out var number) && number > maximum ? ArgumentFlaws.MaximumExceeded(number) : null;

    private static string? Positive(FieldValue value) =>
        NotNegative(value) ?? (value.TryGetInteger(out var number) && number == 0 ? ArgumentFlaws.Zero() : null);

    private static bool IsAge(string text) => text is [.. { Length: > 0 } digits, 'Y' or 'M' or 'D' or 'h' or 'm' or 's'] && digits.All(char.IsAsciiDigit);

    private static string? Text(FieldValue value) => value.TryGetString(out _) ? null : Unacceptable(value);

    private static string? OneOf(FieldValue value, Func<string, string> flaw, params ReadOnlySpan<string> allowed) =>
        !value.TryGetString(out var text) ? Unacceptable(value)
        : allowed.Contains(text) ? null
        : flaw(text);

    private static string? QueueVersion(FieldValue value) =>
        NotNegative(value)
        ?? (value.TryGetInteger(out var version) && version is not (1 or 2) ? ArgumentFlaws.UnsupportedQueueVersion(version) : null);

    private static string Unacceptable(FieldValue value) => ArgumentFlaws.UnacceptableType(value.TypeName);
}
