using AmqpBroker.Protocol.Fields;

namespace AmqpBroker.Protocol.Methods;

/// <summary>
/// exchange.declare, 40.10, client to server. Creates an exchange, or checks that it is there and equivalent.
/// </summary>
/// <param name="Exchange">The name of the exchange.</param>
/// <param name="Type"><c>direct</c>, <c>fanout</c>, <c>topic</c>, <c>headers</c> or another known type.</param>
/// <param name="Passive">Only check that the name exists.</param>
/// <param name="Durable">It survives a restart.</param>
/// <param name="AutoDelete">It goes with its last binding.</param>
/// <param name="Internal">Only other exchanges may publish to it.</param>
/// <param name="NoWait">Send no answer; errors close the channel all the same.</param>
/// <param name="Arguments">More, by name.</param>
public readonly record struct ExchangeDeclare(
    string Exchange,
    string Type,
    bool Passive,
    bool Durable,
    bool AutoDelete,
    bool Internal,
    bool NoWait,
    FieldTable Arguments) : IAmqpMethod<ExchangeDeclare>
{
    /// <inheritdoc/>
    public static MethodId Id => MethodId.ExchangeDeclare;

    /// <inheritdoc/>
    public static ExchangeDeclare Read(ref WireReader reader)
    {
        _ = reader.ReadShort(); // reserved ticket
        var exchange = reader.ReadShortString();
        var type = reader.ReadShortString();
        var bits = reader.ReadOctet();
        var arguments = reader.ReadTable();
        return new(
            exchange,
            type,
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
        writer.WriteShortString(Exchange);
        writer.WriteShortString(Type);
        writer.WriteBits(Passive, Durable, AutoDelete, Internal, NoWait);
        writer.WriteTable(Arguments);
    }
}
