namespace AmqpBroker.Core.Queues;

/// <summary>Names of the reasons.</summary>
internal static class DeathReasonExtensions
{
    /// <summary>The reason as the x-death header has it.</summary>
    public static string ToName(this DeathReason reason) => reason switch
    {
        DeathReason.Rejected => "rejected",
        DeathReason.Expired => "expired",
        DeathReason.MaxLength => "maxlen",
        _ => "delivery_limit",
    };
}
