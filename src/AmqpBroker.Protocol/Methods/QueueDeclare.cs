using AmqpBroker.Protocol.Fields;

namespace AmqpBroker.Protocol.Methods;

/// <summary>
/// queue.declare, 50.10, client to server. Creates a queue, or checks that it is there and equivalent.
/// </summary>
/// <param name="Queue">Its name; empty for one of the server's choice.</param>
/// <param name="Passive">Only check that the name exists.</param>
/// <param name="Durable">It survives a restart.</param>
/// <param name="Exclusive">Only this connection uses it, and it goes with it.</param>
/// <param name="AutoDelete">It goes with its last consumer.</param>
/// <param name="NoWait">Send no answer; errors close the channel all the same.</param>
/// <param name="Arguments">More, by name.</param>
public readonly record struct QueueDeclare(
    string Queue,
    bool Passive,
    bool Durable,
    bool Exclusive,
    bool AutoDelete,
    bool NoWait,
    FieldTable Arguments) : IAmqpMethod<QueueDeclare>
{
    /// <inheritdoc/>
    public static MethodId Id => MethodId.QueueDeclare;

    /// <inheritdoc/>
    public static QueueDeclare Read(ref WireReader reader)
    {
        _ = reader.ReadShort(); // reserved ticket
        var queue = reader.ReadShortString();
        var bits = reader.ReadOctet();
        var arguments = reader.ReadTable();
        return new(
            queue,
            (bits & 1) != 0,
            (bits & 2) != 0,
            (bits & 4) != 0,
            (bits & 8) != 0,
            (bits & 16) != 0,
            arguments);
    }

    /// <inheritdoc/>
    public void Write(ref WireWriter writer)
    {
        writer.WriteShort(0);
        writer.WriteShortString(Queue);
        writer.WriteBits(Passive, Durable, Exclusive, AutoDelete, NoWait);
        writer.WriteTable(Arguments);
    }
}
