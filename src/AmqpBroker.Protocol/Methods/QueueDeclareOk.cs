using AmqpBroker.Protocol.Fields;

namespace AmqpBroker.Protocol.Methods;

/// <summary>queue.declare-ok, 50.11, server to client. The queue is there.</summary>
/// <param name="Queue">Its name, chosen by the server when the client left it empty.</param>
/// <param name="MessageCount">Messages ready.</param>
/// <param name="ConsumerCount">Consumers.</param>
public readonly record struct QueueDeclareOk(
    string Queue,
    uint MessageCount,
    uint ConsumerCount) : IAmqpMethod<QueueDeclareOk>
{
    /// <inheritdoc/>
    public static MethodId Id => MethodId.QueueDeclareOk;

    /// <inheritdoc/>
    public static QueueDeclareOk Read(ref WireReader reader) =>
        new(reader.ReadShortString(), reader.ReadLong(), reader.ReadLong());

    /// <inheritdoc/>
    public void Write(ref WireWriter writer)
    {
        writer.WriteShortString(Queue);
        writer.WriteLong(MessageCount);
        writer.WriteLong(ConsumerCount);
    }
}
