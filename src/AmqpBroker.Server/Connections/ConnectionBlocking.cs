namespace AmqpBroker.Server.Connections;

/// <summary>What resource alarms mean for a connection.</summary>
internal enum ConnectionBlocking
{
    /// <summary>Nothing: none stands.</summary>
    None,

    /// <summary>It goes on, and will be blocked as soon as it publishes.</summary>
    Blocking,

    /// <summary>It has published, and is not read from until the last alarm is gone.</summary>
    Blocked,
}
