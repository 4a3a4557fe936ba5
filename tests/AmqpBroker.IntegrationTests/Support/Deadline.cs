namespace AmqpBroker.IntegrationTests.Support;

/// <summary>When a test gives up, in milliseconds: far more than it needs, so that a busy machine fails none.</summary>
internal static class Deadline
{
    public const int Normal = 60_000;

    /// <summary>For what moves very many messages, or waits for time-outs of the protocol.</summary>
    public const int Long = 240_000;
}
