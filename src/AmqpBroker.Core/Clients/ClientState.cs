namespace AmqpBroker.Core.Clients;

/// <summary>What a connection or channel does.</summary>
public enum ClientState
{
    /// <summary>All is well.</summary>
    Running,

    /// <summary>An alarm stands, and will stop it as soon as it publishes.</summary>
    Blocking,

    /// <summary>It has published while an alarm stands, and is not read from.</summary>
    Blocked,

    /// <summary>It is not read from, since the disk is behind.</summary>
    Flow,

    /// <summary>It is being closed.</summary>
    Closing,
}
