namespace AmqpBroker.CrashTests.Support;

/// <summary>When a test gives up, in milliseconds: far more than it needs, so that a busy machine fails none.</summary>
internal static class Deadline
{
    public const int Normal = 120_000;

    /// <summary>For what moves very many messages.</summary>
    public const int Long = 300_000;

    /// <summary>For the storm in its long form.</summary>
    public const int Storm = 3_600_000;
}
