using AmqpBroker.Protocol.Fields;

namespace AmqpBroker.Protocol.Methods;

/// <summary>basic.cancel-ok, 60.31, either way. The consumer has ended, or never was.</summary>
/// <param name="ConsumerTag">The consumer's name on this channel.</param>
public readonly record struct BasicCancelOk(string ConsumerTag) : IAmqpMethod<BasicCancelOk>
{
    /// <inheritdoc/>
    public static MethodId Id => MethodId.BasicCancelOk;

    /// <inheritdoc/>
    public static BasicCancelOk Read(ref WireReader reader) => new(reader.ReadShortString());

    /// <inheritdoc/>
    public void Write(ref WireWriter writer) => writer.WriteShortString(ConsumerTag);
}
