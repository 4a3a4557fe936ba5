using AmqpBroker.Protocol.Fields;

namespace AmqpBroker.Protocol.Methods;

/// <summary>basic.recover, 60.110, client to server. Requeues what this channel has not settled.</summary>
/// <param name="Requeue">Must be true.</param>
public readonly record struct BasicRecover(bool Requeue) : IAmqpMethod<BasicRecover>
{
    /// <inheritdoc/>
    public static MethodId Id => MethodId.BasicRecover;

    /// <inheritdoc/>
    public static BasicRecover Read(ref WireReader reader) => new(reader.ReadBit());

    /// <inheritdoc/>
    public void Write(ref WireWriter writer) => writer.WriteBits(Requeue);
}
