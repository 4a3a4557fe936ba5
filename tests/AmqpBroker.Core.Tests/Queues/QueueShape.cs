using AmqpBroker.Core.Queues;
using AmqpBroker.Protocol.Fields;

namespace AmqpBroker.Core.Tests.Queues;

/// <summary>What a queue of a history is declared with. Null for what is not said.</summary>
internal sealed record QueueShape
{
    public int? MessageTtl { get; init; }

    public int? MaxLength { get; init; }

    public int? MaxLengthBytes { get; init; }

    public Overflow Overflow { get; init; }

    public int MaxPriority { get; init; }

    /// <summary>Of a quorum queue; null for a classic one.</summary>
    public int? DeliveryLimit { get; init; }

    public bool HasDeadLetterExchange { get; init; }

    public bool IsQuorum => DeliveryLimit is not null;

    public FieldTable ToArguments()
    {
        var builder = new FieldTableBuilder();
        AddNumber(builder, "x-message-ttl", MessageTtl);
        AddNumber(builder, "x-max-length", MaxLength);
        AddNumber(builder, "x-max-length-bytes", MaxLengthBytes);
        AddNumber(builder, "x-max-priority", MaxPriority == 0 ? null : MaxPriority);
        AddNumber(builder, "x-delivery-limit", DeliveryLimit);
        builder.Add("x-overflow", Overflow switch
        {
            Overflow.DropHead => "drop-head",
            Overflow.RejectPublish => "reject-publish",
            _ => "reject-publish-dlx",
        });
        if (IsQuorum)
        {
            builder.Add("x-queue-type", "quorum");
        }

        if (HasDeadLetterExchange)
        {
            builder.Add("x-dead-letter-exchange", "dead");
        }

        return builder.Build();
    }

    private static void AddNumber(FieldTableBuilder builder, string name, int? value)
    {
        if (value is { } number)
        {
            builder.Add(name, number);
        }
    }
}
