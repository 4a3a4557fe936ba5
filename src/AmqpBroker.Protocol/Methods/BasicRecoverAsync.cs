using AmqpBroker.Protocol.Fields;

namespace AmqpBroker.Protocol.Methods;

/// <summary>basic.recover-async, 60.100, client to server. As basic.recover, without an answer.</summary>
/// <param name="Requeue">Must be true.</param>
public readonly record struct BasicRecoverAsync(bool Requeue) : IAmqpMethod<BasicRecoverAsync>
{
    /// <inheritdoc/>
    public static MethodId Id => MethodId.BasicRecoverAsync;

    /// <inheritdoc/>
    public static BasicRecoverAsync Read(ref WireReader reader) => new(reader.ReadBit());

    /// <inheritdoc/>
    public void Write(ref WireWriter writer) => writer.WriteBits(Requeue);
}
