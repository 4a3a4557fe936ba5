using AmqpBroker.Protocol.Fields;

namespace AmqpBroker.Protocol.Methods;

/// <summary>basic.get, 60.70, client to server. Asks for one message.</summary>
/// <param name="Queue">The name of the queue; empty for the one this channel declared last.</param>
/// <param name="NoAck">It counts as acknowledged when sent.</param>
public readonly record struct BasicGet(string Queue, bool NoAck) : IAmqpMethod<BasicGet>
{
    /// <inheritdoc/>
    public static MethodId Id => MethodId.BasicGet;

    /// <inheritdoc/>
    public static BasicGet Read(ref WireReader reader)
    {
        _ = reader.ReadShort(); // reserved ticket
        var queue = reader.ReadShortString();
        var noAck = reader.ReadBit();
        return new(queue, noAck);
    }

    /// <inheritdoc/>
    public void Write(ref WireWriter writer)
    {
        writer.WriteShort(0);
        writer.WriteShortString(Queue);
        writer.WriteBits(NoAck);
    }
}
