using AmqpBroker.Protocol.Fields;

namespace AmqpBroker.Protocol.Methods;

/// <summary>
/// connection.blocked, 10.60, server to client. The server stops taking messages; only sent to clients that announced
/// <c>connection.blocked</c>.
/// </summary>
/// <param name="Reason">Why, for people.</param>
public readonly record struct ConnectionBlocked(string Reason) : IAmqpMethod<ConnectionBlocked>
{
    /// <inheritdoc/>
    public static MethodId Id => MethodId.ConnectionBlocked;

    /// <inheritdoc/>
    public static ConnectionBlocked Read(ref WireReader reader) => new(reader.ReadShortString());

    /// <inheritdoc/>
    public void Write(ref WireWriter writer) => writer.WriteShortString(Reason);
}
