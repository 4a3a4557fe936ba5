namespace AmqpBroker.Core.Limits;

/// <summary>The limits there are, by the names that definitions have for them.</summary>
public static class LimitNames
{
    /// <summary>Most connections, of a virtual host or a user.</summary>
    public const string MaxConnections = "max-connections";

    /// <summary>Most queues in a virtual host.</summary>
    public const string MaxQueues = "max-queues";

    /// <summary>Most channels of a user, over all its connections.</summary>
    public const string MaxChannels = "max-channels";

    internal static IReadOnlyList<string> OfVirtualHosts { get; } = [MaxConnections, MaxQueues];

    internal static IReadOnlyList<string> OfUsers { get; } = [MaxConnections, MaxChannels];
}
