namespace AmqpBroker.ConformanceTests.Wire.Queues;

/// <summary>The words for a queue that another connection owns.</summary>
internal static class LockedText
{
    public static string Of(string queue) =>
        $"RESOURCE_LOCKED - cannot obtain exclusive access to locked {queue}. It could be originally declared on another "
        + "connection or the exclusive property value does not match that of the original declaration.";
}
