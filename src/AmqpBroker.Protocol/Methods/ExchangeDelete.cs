using AmqpBroker.Protocol.Fields;

namespace AmqpBroker.Protocol.Methods;

/// <summary>exchange.delete, 40.20, client to server. Deletes an exchange and its bindings.</summary>
/// <param name="Exchange">The name of the exchange.</param>
/// <param name="IfUnused">Only when nothing is bound from it.</param>
/// <param name="NoWait">Send no answer; errors close the channel all the same.</param>
public readonly record struct ExchangeDelete(string Exchange, bool IfUnused, bool NoWait) : IAmqpMethod<ExchangeDelete>
{
    /// <inheritdoc/>
    public static MethodId Id => MethodId.ExchangeDelete;

    /// <inheritdoc/>
    public static ExchangeDelete Read(ref WireReader reader)
    {
        _ = reader.ReadShort(); // reserved ticket
        var exchange = reader.ReadShortString();
        var bits = reader.ReadOctet();
        return new(exchange, (bits & 1) != 0, (bits & 2) != 0);
    }

    /// <inheritdoc/>
    public void Write(ref WireWriter writer)
    {
        writer.WriteShort(0);
        writer.WriteShortString(Exchange);
        writer.WriteBits(IfUnused, NoWait);
    }
}
