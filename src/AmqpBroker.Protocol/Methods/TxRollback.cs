using AmqpBroker.Protocol.Fields;

namespace AmqpBroker.Protocol.Methods;

/// <summary>
/// tx.rollback, 90.30, client to server. Forgets the publishes and settlements since the last commit.
/// </summary>
public readonly record struct TxRollback : IAmqpMethod<TxRollback>
{
    /// <inheritdoc/>
    public static MethodId Id => MethodId.TxRollback;

    /// <inheritdoc/>
    public static TxRollback Read(ref WireReader reader) => default;

    /// <inheritdoc/>
    public void Write(ref WireWriter writer)
    {
    }
}
