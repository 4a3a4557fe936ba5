using AmqpBroker.Protocol.Fields;

namespace AmqpBroker.Protocol.Methods;

/// <summary>queue.purge, 50.30, client to server. Drops the messages that are ready.</summary>
/// <param name="Queue">The name of the queue; empty for the one this channel declared last.</param>
/// <param name="NoWait">Send no answer; errors close the channel all the same.</param>
public readonly record struct QueuePurge(string Queue, bool NoWait) : IAmqpMethod<QueuePurge>
{
    /// <inheritdoc/>
    public static MethodId Id => MethodId.QueuePurge;

    /// <inheritdoc/>
    public static QueuePurge Read(ref WireReader reader)
    {
        _ = reader.ReadShort(); // reserved ticket
        var queue = reader.ReadShortString();
        var noWait = reader.ReadBit();
        return new(queue, noWait);
    }

    /// <inheritdoc/>
    public void Write(ref WireWriter writer)
    {
        writer.WriteShort(0);
        writer.WriteShortString(Queue);
        writer.WriteBits(NoWait);
    }
}
