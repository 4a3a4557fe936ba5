namespace AmqpBroker.Core.Permissions;

/// <summary>What there is to be allowed.</summary>
public enum Right
{
    /// <summary>To declare and delete.</summary>
    Configure,

    /// <summary>To publish to an exchange, to bind a queue.</summary>
    Write,

    /// <summary>To consume from a queue, to bind from an exchange.</summary>
    Read,
}
