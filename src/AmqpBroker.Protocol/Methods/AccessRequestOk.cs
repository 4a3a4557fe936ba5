using AmqpBroker.Protocol.Fields;

namespace AmqpBroker.Protocol.Methods;

/// <summary>access.request-ok, 30.11, server to client. Grants a ticket that means nothing.</summary>
/// <param name="Ticket">Always 1.</param>
public readonly record struct AccessRequestOk(ushort Ticket) : IAmqpMethod<AccessRequestOk>
{
    /// <inheritdoc/>
    public static MethodId Id => MethodId.AccessRequestOk;

    /// <inheritdoc/>
    public static AccessRequestOk Read(ref WireReader reader) => new(reader.ReadShort());

    /// <inheritdoc/>
    public void Write(ref WireWriter writer) => writer.WriteShort(Ticket);
}
