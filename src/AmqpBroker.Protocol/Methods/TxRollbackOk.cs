using AmqpBroker.Protocol.Fields;

namespace AmqpBroker.Protocol.Methods;

/// <summary>tx.rollback-ok, 90.31, server to client. They are forgotten; a new transaction begins.</summary>
public readonly record struct TxRollbackOk : IAmqpMethod<TxRollbackOk>
{
    /// <inheritdoc/>
    public static MethodId Id => MethodId.TxRollbackOk;

    /// <inheritdoc/>
    public static TxRollbackOk Read(ref WireReader reader) => default;

    /// <inheritdoc/>
    public void Write(ref WireWriter writer)
    {
    }
}
