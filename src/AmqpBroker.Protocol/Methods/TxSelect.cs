using AmqpBroker.Protocol.Fields;

namespace AmqpBroker.Protocol.Methods;

/// <summary>tx.select, 90.10, client to server. Makes the channel transactional.</summary>
public readonly record struct TxSelect : IAmqpMethod<TxSelect>
{
    /// <inheritdoc/>
    public static MethodId Id => MethodId.TxSelect;

    /// <inheritdoc/>
    public static TxSelect Read(ref WireReader reader) => default;

    /// <inheritdoc/>
    public void Write(ref WireWriter writer)
    {
    }
}
