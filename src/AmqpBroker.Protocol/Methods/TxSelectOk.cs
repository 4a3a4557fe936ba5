using AmqpBroker.Protocol.Fields;

namespace AmqpBroker.Protocol.Methods;

/// <summary>tx.select-ok, 90.11, server to client. The channel is transactional.</summary>
public readonly record struct TxSelectOk : IAmqpMethod<TxSelectOk>
{
    /// <inheritdoc/>
    public static MethodId Id => MethodId.TxSelectOk;

    /// <inheritdoc/>
    public static TxSelectOk Read(ref WireReader reader) => default;

    /// <inheritdoc/>
    public void Write(ref WireWriter writer)
    {
    }
}
