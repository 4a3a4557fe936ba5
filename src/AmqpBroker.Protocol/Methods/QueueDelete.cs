using AmqpBroker.Protocol.Fields;

namespace AmqpBroker.Protocol.Methods;

/// <summary>queue.delete, 50.40, client to server. Deletes a queue with its bindings and messages.</summary>
/// <param name="Queue">The name of the queue; empty for the one this channel declared last.</param>
/// <param name="IfUnused">Only without consumers.</param>
/// <param name="IfEmpty">Only without ready messages.</param>
/// <param name="NoWait">Send no answer; errors close the channel all the same.</param>
public readonly record struct QueueDelete(
    string Queue,
    bool IfUnused,
    bool IfEmpty,
    bool NoWait) : IAmqpMethod<QueueDelete>
{
    /// <inheritdoc/>
    public static MethodId Id => MethodId.QueueDelete;

    /// <inheritdoc/>
    public static QueueDelete Read(ref WireReader reader)
    {
        _ = reader.ReadShort(); // reserved ticket
        var queue = reader.ReadShortString();
        var bits = reader.ReadOctet();
        return new(queue, (bits & 1) != 0, (bits & 2) != 0, (bits & 4) != 0);
    }

    /// <inheritdoc/>
    public void Write(ref WireWriter writer)
    {
        writer.WriteShort(0);
        writer.WriteShortString(Queue);
        writer.WriteBits(IfUnused, IfEmpty, NoWait);
    }
}
