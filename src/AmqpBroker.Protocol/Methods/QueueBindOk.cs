using AmqpBroker.Protocol.Fields;

namespace AmqpBroker.Protocol.Methods;

/// <summary>queue.bind-ok, 50.21, server to client. The binding is there.</summary>
public readonly record struct QueueBindOk : IAmqpMethod<QueueBindOk>
{
    /// <inheritdoc/>
    public static MethodId Id => MethodId.QueueBindOk;

    /// <inheritdoc/>
    public static QueueBindOk Read(ref WireReader reader) => default;

    /// <inheritdoc/>
    public void Write(ref WireWriter writer)
    {
    }
}
