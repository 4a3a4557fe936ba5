using AmqpBroker.Protocol.Fields;

namespace AmqpBroker.Protocol.Methods;

/// <summary>tx.commit-ok, 90.21, server to client. They have happened; a new transaction begins.</summary>
public readonly record struct TxCommitOk : IAmqpMethod<TxCommitOk>
{
    /// <inheritdoc/>
    public static MethodId Id => MethodId.TxCommitOk;

    /// <inheritdoc/>
    public static TxCommitOk Read(ref WireReader reader) => default;

    /// <inheritdoc/>
    public void Write(ref WireWriter writer)
    {
    }
}
