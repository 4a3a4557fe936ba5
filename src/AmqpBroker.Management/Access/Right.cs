namespace AmqpBroker.Management.Access;

/// <summary>The three kinds of permission on queues and exchanges.</summary>
internal enum Right
{
    /// <summary>To make, change and delete.</summary>
    Configure,

    /// <summary>To put messages into.</summary>
    Write,

    /// <summary>To take messages from.</summary>
    Read,
}
