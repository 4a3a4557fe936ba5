using AmqpBroker.Protocol.Fields;

namespace AmqpBroker.Protocol.Methods;

/// <summary>basic.get-empty, 60.72, server to client. Answers basic.get: no message is ready.</summary>
/// <param name="ClusterId">Reserved; always empty.</param>
public readonly record struct BasicGetEmpty(string ClusterId) : IAmqpMethod<BasicGetEmpty>
{
    /// <inheritdoc/>
    public static MethodId Id => MethodId.BasicGetEmpty;

    /// <inheritdoc/>
    public static BasicGetEmpty Read(ref WireReader reader) => new(reader.ReadShortString());

    /// <inheritdoc/>
    public void Write(ref WireWriter writer) => writer.WriteShortString(ClusterId);
}
