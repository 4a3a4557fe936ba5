using System.Buffers;
using AmqpBroker.Protocol.Fields;

namespace AmqpBroker.Core.Policies;

/// <summary>The settings that policies may have, apart from those of mirroring (<see cref="MirroringKeys"/>).</summary>
public static class PolicyKeys
{
    /// <summary>Exchange for what an exchange cannot route.</summary>
    public const string AlternateExchange = "alternate-exchange";

    /// <summary>How long a message stays, in milliseconds.</summary>
    public const string MessageTtl = "message-ttl";

    /// <summary>How long a queue stays unused, in milliseconds.</summary>
    public const string Expires = "expires";

    /// <summary>Most ready messages.</summary>
    public const string MaxLength = "max-length";

    /// <summary>Most bytes of ready messages' bodies.</summary>
    public const string MaxLengthBytes = "max-length-bytes";

    /// <summary>What a full queue does.</summary>
    public const string Overflow = "overflow";

    /// <summary>Exchange for messages that die in a queue.</summary>
    public const string DeadLetterExchange = "dead-letter-exchange";

    /// <summary>Routing key for messages that die in a queue.</summary>
    public const string DeadLetterRoutingKey = "dead-letter-routing-key";

    /// <summary>How often a quorum queue delivers a message that comes back.</summary>
    public const string DeliveryLimit = "delivery-limit";

    /// <summary>Whether messages that die in a quorum queue are sure to reach where they go on to.</summary>
    public const string DeadLetterStrategy = "dead-letter-strategy";

    /// <summary>How long a delivery may stay unacked, in milliseconds.</summary>
    public const string ConsumerTimeout = "consumer-timeout";

    /// <summary>Where the leaders of new queues are placed; without effect.</summary>
    public const string QueueMasterLocator = "queue-master-locator";

    private const long MostSegmentBytes = 3_000_000_000;

    private const PolicySubjects NotClassic = PolicySubjects.ClassicQueues;
    private const PolicySubjects NotQuorum = PolicySubjects.QuorumQueues;
    private const PolicySubjects NotStreams = PolicySubjects.Streams;

    private static readonly SearchValues<char> AgeUnits = SearchValues.Create("YMDhms");

    private static readonly Dictionary<string, PolicyKey> Known = new PolicyKey[]
    {
        new(AlternateExchange, IsText, "is not a valid alternate exchange name"),
        new(MessageTtl, IsCount, "is not a valid message TTL", PolicyMerge.Lower, NotStreams),
        new(Expires, static value => IsCount(value) && !IsZero(value), "is not a valid queue expiry", PolicyMerge.Lower, NotStreams),
        new(MaxLength, IsCount, "is not a valid maximum length", PolicyMerge.Lower, NotStreams),
        new(MaxLengthBytes, IsCount, "is not a valid maximum length in bytes", PolicyMerge.Lower),
        new(Overflow, OneOf("drop-head", "reject-publish", "reject-publish-dlx"), "is not a valid overflow value", PolicyMerge.Operators, NotStreams),
        new(DeadLetterExchange, IsText, "is not a valid dead letter exchange name", NotFor: NotStreams),
        new(DeadLetterRoutingKey, IsText, "is not a valid dead letter routing key", NotFor: NotStreams),
        new(DeliveryLimit, IsCount, "is not a valid delivery limit", PolicyMerge.Lower, NotClassic | NotStreams),
        new(DeadLetterStrategy, OneOf("at-most-once", "at-least-once"), "is not a valid dead letter strategy", NotFor: NotClassic | NotStreams),
        new("max-in-memory-length", IsCount, "is not a valid maximum memory in bytes", PolicyMerge.Lower, NotStreams),
        new("max-in-memory-bytes", IsCount, "is not a valid maximum memory in bytes", PolicyMerge.Lower, NotStreams),
        new(ConsumerTimeout, IsCount, "is not a valid consumer timeout"),
        new("queue-mode", OneOf("default", "lazy"), "is not a valid queue-mode value", NotFor: NotQuorum | NotStreams),
        new("queue-version", static value => value.TryGetInteger(out var version) && version is 1 or 2, "is not a valid queue-version value", PolicyMerge.Operators),
        new("queue-leader-locator", OneOf("client-local", "balanced", "random", "least-leaders"), "is not a valid queue leader locator value", NotFor: NotClassic),
        new("max-age", IsAge, "is not a valid max age", NotFor: NotClassic | NotQuorum),
        new("stream-max-segment-size-bytes", static value => IsCount(value) && value.TryGetInteger(out var bytes) && bytes <= MostSegmentBytes, "is not a valid segment size", NotFor: NotClassic | NotQuorum),
        new("initial-cluster-size", IsCount, "is not a valid cluster size", NotFor: NotClassic | NotQuorum),
        new(QueueMasterLocator, OneOf("client-local", "min-masters", "random"), "invalid queue-master-locator value", NotFor: NotQuorum | NotStreams),
    }.ToDictionary(static key => key.Name, StringComparer.Ordinal);

    internal static PolicyKey? Find(string name) => Known.GetValueOrDefault(name);

    /// <summary>The queue types that a policy with these settings does not apply to.</summary>
    internal static PolicySubjects NotFor(FieldTable definition)
    {
        var subjects = PolicySubjects.None;
        foreach (var (name, _) in definition)
        {
            subjects |= MirroringKeys.IsKnown(name) ? NotQuorum | NotStreams : Find(name)?.NotFor ?? PolicySubjects.None;
        }

        return subjects;
    }

    private static bool IsText(FieldValue value) => value.TryGetString(out _);

    private static bool IsCount(FieldValue value) => value.TryGetInteger(out var number) && number >= 0;

    private static bool IsZero(FieldValue value) => value.TryGetInteger(out var number) && number == 0;

    private static Func<FieldValue, bool> OneOf(params string[] allowed) =>
        value => value.TryGetString(out var text) && allowed.Contains(text, StringComparer.Ordinal);

    private static bool IsAge(FieldValue value) =>
        value.TryGetString(out var text) && text.Length > 1 && AgeUnits.Contains(text[^1]) && text.AsSpan(..^1).ContainsAnyExceptInRange('0', '9') == false;
}
