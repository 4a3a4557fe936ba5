namespace AmqpBroker.Server.Hosting;

/// <summary>The memory there is for this process.</summary>
internal static class MachineMemory
{
    /// <summary>In bytes: the machine's, or what .NET grants itself of its container's.</summary>
    public static long Total => GC.GetGCMemoryInfo().TotalAvailableMemoryBytes;
}
