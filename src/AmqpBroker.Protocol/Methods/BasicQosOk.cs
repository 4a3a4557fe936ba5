using AmqpBroker.Protocol.Fields;

namespace AmqpBroker.Protocol.Methods;

/// <summary>basic.qos-ok, 60.11, server to client. The limit holds.</summary>
public readonly record struct BasicQosOk : IAmqpMethod<BasicQosOk>
{
    /// <inheritdoc/>
    public static MethodId Id => MethodId.BasicQosOk;

    /// <inheritdoc/>
    public static BasicQosOk Read(ref WireReader reader) => default;

    /// <inheritdoc/>
    public void Write(ref WireWriter writer)
    {
    }
}
