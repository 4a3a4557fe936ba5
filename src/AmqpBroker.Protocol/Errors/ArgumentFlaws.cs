namespace AmqpBroker.Protocol.Errors;

/// <summary>
/// The reasons at the end of <c>invalid arg '…' for …: why</c> and <c>invalid expiration '…': why</c>.
/// Type names are those of <c>FieldValue.TypeName</c>.
/// </summary>
public static class ArgumentFlaws
{
    /// <summary>x-overflow names no known behaviour.</summary>
    public const string InvalidOverflow = "invalid_overflow";

    /// <summary>x-dead-letter-routing-key without x-dead-letter-exchange.</summary>
    public const string RoutingKeyWithoutExchange = "routing_key_but_no_dlx_defined";

    /// <summary>x-dead-letter-strategy names no known strategy.</summary>
    public const string InvalidDeadLetterStrategy = "invalid_dlx_strategy";

    /// <summary>x-queue-leader-locator names no known way.</summary>
    public const string InvalidLeaderLocator = "invalid_queue_locator_arg";

    /// <summary>x-max-age is not a number with a unit.</summary>
    public const string InvalidMaxAge = "invalid_max_age";

    /// <summary>An expiration that does not begin with a number.</summary>
    public const string NoInteger = "no_integer";

    /// <summary>An integer was due.</summary>
    public static string ExpectedInteger(string typeName) => $"\"expected integer, got {typeName}\"";

    /// <summary>Another type was due.</summary>
    public static string UnacceptableType(string typeName) => $"{{unacceptable_type,{typeName}}}";

    /// <summary>Below zero.</summary>
    public static string Negative(long value) => $"{{value_negative,{value}}}";

    /// <summary>Zero where at least one is needed.</summary>
    public static string Zero() => "{value_zero,0}";

    /// <summary>A time of more than ten years.</summary>
    public static string TooLarge(long value) => $"{{value_too_large,{value}}}";

    /// <summary>Above the maximum of a small range, such as 255 for x-max-priority.</summary>
    public static string MaximumExceeded(long value) => $"{{max_value_exceeded,{value}}}";

    /// <summary>An expiration that goes on after its number.</summary>
    public static string LeftoverText(string leftover) => $"{{leftover_string,\"{leftover}\"}}";

    /// <summary>x-queue-mode is neither default nor lazy.</summary>
    public static string UnsupportedQueueMode(string mode) => $"\"unsupported queue mode '{mode}'\"";

    /// <summary>x-queue-type names no queue type.</summary>
    public static string UnsupportedQueueType(string type) => $"\"unsupported queue type '{type}'\"";

    /// <summary>x-queue-version is neither 1 nor 2.</summary>
    public static string UnsupportedQueueVersion(long version) => $"\"unsupported queue version '{version}'\"";
}
