using AmqpBroker.Protocol.Fields;

namespace AmqpBroker.Protocol.Methods;

/// <summary>queue.delete-ok, 50.41, server to client. The queue is gone, or was never there.</summary>
/// <param name="MessageCount">Ready messages that went with it.</param>
public readonly record struct QueueDeleteOk(uint MessageCount) : IAmqpMethod<QueueDeleteOk>
{
    /// <inheritdoc/>
    public static MethodId Id => MethodId.QueueDeleteOk;

    /// <inheritdoc/>
    public static QueueDeleteOk Read(ref WireReader reader) => new(reader.ReadLong());

    /// <inheritdoc/>
    public void Write(ref WireWriter writer) => writer.WriteLong(MessageCount);
}
