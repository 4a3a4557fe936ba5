namespace AmqpBroker.Core.Tests.Queues;

/// <summary>A message as a model sees it.</summary>
/// <param name="Number">Tells it apart, and where it stands.</param>
/// <param name="Priority">The priority it was published with.</param>
/// <param name="Bytes">Length of its body.</param>
/// <param name="Due">When it expires; null for never.</param>
/// <param name="IsImmediate">Whether it stays for no time at all.</param>
internal sealed record ModelMessage(int Number, int Priority, int Bytes, long? Due, bool IsImmediate)
{
    public bool IsRedelivered { get; set; }

    /// <summary>How often it was delivered in vain.</summary>
    public int Failed { get; set; }

    /// <summary>On a quorum queue, the how-manieth return it was; null when it was never delivered.</summary>
    public int? Returned { get; set; }
}
