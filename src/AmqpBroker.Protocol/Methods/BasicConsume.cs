using AmqpBroker.Protocol.Fields;

namespace AmqpBroker.Protocol.Methods;

/// <summary>basic.consume, 60.20, client to server. Starts a consumer.</summary>
/// <param name="Queue">The name of the queue; empty for the one this channel declared last.</param>
/// <param name="ConsumerTag">Its name on this channel; empty for one of the server's choice.</param>
/// <param name="NoLocal">Ignored.</param>
/// <param name="NoAck">Deliveries count as acknowledged when sent.</param>
/// <param name="Exclusive">No other consumer may use the queue.</param>
/// <param name="NoWait">Send no answer; errors close the channel all the same.</param>
/// <param name="Arguments">More, by name.</param>
public readonly record struct BasicConsume(
    string Queue,
    string ConsumerTag,
    bool NoLocal,
    bool NoAck,
    bool Exclusive,
    bool NoWait,
    FieldTable Arguments) : IAmqpMethod<BasicConsume>
{
    /// <inheritdoc/>
    public static MethodId Id => MethodId.BasicConsume;

    /// <inheritdoc/>
    public static BasicConsume Read(ref WireReader reader)
    {
        _ = reader.ReadShort(); // reserved ticket
        var queue = reader.ReadShortString();
        var consumerTag = reader.ReadShortString();
        var bits = reader.ReadOctet();
        var arguments = reader.ReadTable();
        return new(queue, consumerTag, (bits & 1) != 0, (bits & 2) != 0, (bits & 4) != 0, (bits & 8) != 0, arguments);
    }

    /// <inheritdoc/>
    public void Write(ref WireWriter writer)
    {
        writer.WriteShort(0);
        writer.WriteShortString(Queue);
        writer.WriteShortString(ConsumerTag);
        writer.WriteBits(NoLocal, NoAck, Exclusive, NoWait);
        writer.WriteTable(Arguments);
    }
}
