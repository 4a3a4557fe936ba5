using AmqpBroker.Protocol.Fields;

namespace AmqpBroker.Protocol.Methods;

/// <summary>queue.unbind-ok, 50.51, server to client. The binding is gone, or was never there.</summary>
public readonly record struct QueueUnbindOk : IAmqpMethod<QueueUnbindOk>
{
    /// <inheritdoc/>
    public static MethodId Id => MethodId.QueueUnbindOk;

    /// <inheritdoc/>
    public static QueueUnbindOk Read(ref WireReader reader) => default;

    /// <inheritdoc/>
    public void Write(ref WireWriter writer)
    {
    }
}
