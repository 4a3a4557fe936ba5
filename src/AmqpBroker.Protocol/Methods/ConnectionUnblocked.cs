using AmqpBroker.Protocol.Fields;

namespace AmqpBroker.Protocol.Methods;

/// <summary>connection.unblocked, 10.61, server to client. The server takes messages again.</summary>
public readonly record struct ConnectionUnblocked : IAmqpMethod<ConnectionUnblocked>
{
    /// <inheritdoc/>
    public static MethodId Id => MethodId.ConnectionUnblocked;

    /// <inheritdoc/>
    public static ConnectionUnblocked Read(ref WireReader reader) => default;

    /// <inheritdoc/>
    public void Write(ref WireWriter writer)
    {
    }
}
