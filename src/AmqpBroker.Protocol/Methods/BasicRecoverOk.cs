using AmqpBroker.Protocol.Fields;

namespace AmqpBroker.Protocol.Methods;

/// <summary>basic.recover-ok, 60.111, server to client. The deliveries are requeued.</summary>
public readonly record struct BasicRecoverOk : IAmqpMethod<BasicRecoverOk>
{
    /// <inheritdoc/>
    public static MethodId Id => MethodId.BasicRecoverOk;

    /// <inheritdoc/>
    public static BasicRecoverOk Read(ref WireReader reader) => default;

    /// <inheritdoc/>
    public void Write(ref WireWriter writer)
    {
    }
}
