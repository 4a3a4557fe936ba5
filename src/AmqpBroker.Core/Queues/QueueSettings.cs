using AmqpBroker.Core.Policies;
using AmqpBroker.Core.VirtualHosts;
using AmqpBroker.Protocol.Fields;

namespace AmqpBroker.Core.Queues;

/// <summary>What the arguments and policies of a queue say of its messages. Published: never changes once made.</summary>
public sealed record QueueSettings
{
    /// <summary>Nothing said.</summary>
    public static QueueSettings None { get; } = new();

    /// <summary>How long a message stays, in milliseconds from its arrival; null for ever. 0: only a consumer that waits gets it.</summary>
    public long? MessageTtl { get; init; }

    /// <summary>What the queue's own arguments say for <see cref="MessageTtl"/>.</summary>
    public long? DeclaredTtl { get; init; }

    /// <summary>Since when a policy has had its say in <see cref="MessageTtl"/>, in Unix milliseconds; 0 when none has.</summary>
    public long PolicyTtlSince { get; init; }

    /// <summary>How long the queue stays unused, in milliseconds; null for ever.</summary>
    public long? Expires { get; init; }

    /// <summary>Most ready messages; null for no limit.</summary>
    public long? MaxLength { get; init; }

    /// <summary>Most bytes of ready messages' bodies; null for no limit.</summary>
    public long? MaxLengthBytes { get; init; }

    /// <summary>What happens beyond the limits.</summary>
    public Overflow Overflow { get; init; }

    /// <summary>Exchange for messages that die here, "" for the default exchange; null when they just go.</summary>
    public string? DeadLetterExchange { get; init; }

    /// <summary>Routing key for messages that die here; null for their own.</summary>
    public string? DeadLetterRoutingKey { get; init; }

    /// <summary>Whether a message that died goes when the queue it goes on to is full; otherwise it waits until it is not.</summary>
    public bool DeadLettersAtMostOnce { get; init; }

    /// <summary>Highest priority told apart, up to 255; 0 for a queue without priorities.</summary>
    public int MaxPriority { get; init; }

    /// <summary>Whether one consumer gets everything until it goes.</summary>
    public bool HasSingleActiveConsumer { get; init; }

    /// <summary>Whether a message is dropped while one of the same id is in the queue.</summary>
    public bool IsDeduplicating { get; init; }

    /// <summary>What a quorum queue does otherwise; null for a classic one.</summary>
    public QuorumSettings? Quorum { get; init; }

    /// <summary>Whether messages that are not persistent are kept over a restart, too.</summary>
    public bool KeepsTransient => Quorum is not null;

    /// <summary>How long a delivery may be unsettled, in milliseconds; null for as long as the broker's setting says.</summary>
    public long? ConsumerTimeout { get; init; }

    /// <summary>Whether there is a limit of length.</summary>
    public bool IsLimited => MaxLength is not null || MaxLengthBytes is not null;

    /// <summary>Whether new messages may be refused.</summary>
    public bool Refuses => IsLimited && Overflow != Overflow.DropHead;

    /// <summary>How long a message stays that arrived at a time: those that a policy found in the queue stay.</summary>
    /// <param name="arrival">The time, in Unix milliseconds.</param>
    public long? TtlOfArrivalAt(long arrival) => arrival >= PolicyTtlSince ? MessageTtl : DeclaredTtl;

    /// <summary>Reads checked arguments; see <see cref="QueueArguments.Validate"/>.</summary>
    public static QueueSettings Of(FieldTable arguments) => Of(arguments, EffectivePolicy.None);

    /// <summary>Reads checked arguments and policies. Of two limits the lower holds, of other things what the arguments say.</summary>
    public static QueueSettings Of(FieldTable arguments, EffectivePolicy policy)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        ArgumentNullException.ThrowIfNull(policy);
        if (arguments.Count == 0 && policy.Definition.Count == 0)
        {
            return None;
        }

        var quorum = ReadQuorum(arguments, policy);
        var ttl = Integer(arguments, QueueArguments.MessageTtl);
        return new QueueSettings
        {
            MessageTtl = Lower(ttl, policy.Duration(PolicyKeys.MessageTtl)),
            DeclaredTtl = ttl,
            PolicyTtlSince = policy.TtlSince,
            Expires = Lower(Integer(arguments, QueueArguments.Expires), policy.Duration(PolicyKeys.Expires)),
            MaxLength = Lower(Integer(arguments, QueueArguments.MaxLength), policy.Number(PolicyKeys.MaxLength)),
            MaxLengthBytes = Lower(Integer(arguments, QueueArguments.MaxLengthBytes), policy.Number(PolicyKeys.MaxLengthBytes)),
            Overflow = (Text(arguments, QueueArguments.Overflow) ?? policy.Text(PolicyKeys.Overflow)) switch
            {
                "reject-publish" => Overflow.RejectPublish,

                // Quorum queues accept the word and drop their oldest, as on RabbitMQ.
                "reject-publish-dlx" when quorum is null => Overflow.RejectPublishAndDeadLetter,
                _ => Overflow.DropHead,
            },
            DeadLetterExchange = Text(arguments, QueueArguments.DeadLetterExchange) ?? policy.Text(PolicyKeys.DeadLetterExchange),
            DeadLetterRoutingKey = Text(arguments, QueueArguments.DeadLetterRoutingKey) ?? policy.Text(PolicyKeys.DeadLetterRoutingKey),
            MaxPriority = (int)(Integer(arguments, QueueArguments.MaxPriority) ?? 0),
            HasSingleActiveConsumer = IsSet(arguments, QueueArguments.SingleActiveConsumer),
            IsDeduplicating = quorum is null && IsSet(arguments, QueueArguments.Deduplication),
            ConsumerTimeout = Lower(Patience(arguments), policy.Duration(PolicyKeys.ConsumerTimeout)),
            Quorum = quorum,
            DeadLettersAtMostOnce = quorum is not null
                && (Text(arguments, QueueArguments.DeadLetterStrategy) ?? policy.Text(PolicyKeys.DeadLetterStrategy)) == "at-most-once",
        };
    }

    private static long? Lower(long? one, long? other) => one < other ? one : other ?? one;

    private static bool IsSet(FieldTable arguments, string name) =>
        arguments.TryGet(name, out var value) && value.TryGetBool(out var isSet) && isSet;

    private static QuorumSettings? ReadQuorum(FieldTable arguments, EffectivePolicy policy)
    {
        if (QueueTypes.Of(arguments) != QueueType.Quorum)
        {
            return null;
        }

        var own = Integer(arguments, QueueArguments.DeliveryLimit);
        var limit = Lower(own < 0 ? null : own, policy.Number(PolicyKeys.DeliveryLimit));
        return new QuorumSettings { DeliveryLimit = limit ?? (own < 0 ? null : QuorumSettings.DefaultDeliveryLimit) };
    }

    private static long? Integer(FieldTable arguments, string name) =>
        arguments.TryGet(name, out var value) && value.TryGetInteger(out var number) ? number : null;

    // Unchecked, since RabbitMQ 3.10 does not know the argument and takes any value.
    private static long? Patience(FieldTable arguments) => Integer(arguments, QueueArguments.ConsumerTimeout) is >= 0 and var patience ? patience : null;

    private static string? Text(FieldTable arguments, string name) =>
        arguments.TryGet(name, out var value) && value.TryGetString(out var text) ? text : null;
}
