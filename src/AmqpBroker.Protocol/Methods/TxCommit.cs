using AmqpBroker.Protocol.Fields;

namespace AmqpBroker.Protocol.Methods;

/// <summary>
/// tx.commit, 90.20, client to server. Makes the publishes and settlements since the last commit happen.
/// </summary>
public readonly record struct TxCommit : IAmqpMethod<TxCommit>
{
    /// <inheritdoc/>
    public static MethodId Id => MethodId.TxCommit;

    /// <inheritdoc/>
    public static TxCommit Read(ref WireReader reader) => default;

    /// <inheritdoc/>
    public void Write(ref WireWriter writer)
    {
    }
}
