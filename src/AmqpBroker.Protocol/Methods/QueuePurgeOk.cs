using AmqpBroker.Protocol.Fields;

namespace AmqpBroker.Protocol.Methods;

/// <summary>queue.purge-ok, 50.31, server to client. The queue is empty but for what is unacknowledged.</summary>
/// <param name="MessageCount">Messages dropped.</param>
public readonly record struct QueuePurgeOk(uint MessageCount) : IAmqpMethod<QueuePurgeOk>
{
    /// <inheritdoc/>
    public static MethodId Id => MethodId.QueuePurgeOk;

    /// <inheritdoc/>
    public static QueuePurgeOk Read(ref WireReader reader) => new(reader.ReadLong());

    /// <inheritdoc/>
    public void Write(ref WireWriter writer) => writer.WriteLong(MessageCount);
}
