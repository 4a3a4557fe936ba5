namespace AmqpBroker.Management.Resources;

/// <summary>How much of a queue a list shows.</summary>
internal enum QueueDetail
{
    /// <summary>Everything.</summary>
    All,

    /// <summary>What it was declared with.</summary>
    None,

    /// <summary>The same, and how many messages it holds.</summary>
    Totals,
}
