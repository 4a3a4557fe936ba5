using AmqpBroker.Protocol.Fields;

namespace AmqpBroker.Protocol.Methods;

/// <summary>basic.consume-ok, 60.21, server to client. The consumer runs.</summary>
/// <param name="ConsumerTag">Its name, chosen by the server when the client left it empty.</param>
public readonly record struct BasicConsumeOk(string ConsumerTag) : IAmqpMethod<BasicConsumeOk>
{
    /// <inheritdoc/>
    public static MethodId Id => MethodId.BasicConsumeOk;

    /// <inheritdoc/>
    public static BasicConsumeOk Read(ref WireReader reader) => new(reader.ReadShortString());

    /// <inheritdoc/>
    public void Write(ref WireWriter writer) => writer.WriteShortString(ConsumerTag);
}
