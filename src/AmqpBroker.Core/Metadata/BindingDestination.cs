namespace AmqpBroker.Core.Metadata;

/// <summary>What a binding leads to. The values are stored.</summary>
public enum BindingDestination : byte
{
    /// <summary>A queue.</summary>
    Queue = 0,

    /// <summary>An exchange.</summary>
    Exchange = 1,
}
