using AmqpBroker.Protocol.Fields;

namespace AmqpBroker.Protocol.Methods;

/// <summary>connection.close-ok, 10.51, either way. The close was seen; the socket may go.</summary>
public readonly record struct ConnectionCloseOk : IAmqpMethod<ConnectionCloseOk>
{
    /// <inheritdoc/>
    public static MethodId Id => MethodId.ConnectionCloseOk;

    /// <inheritdoc/>
    public static ConnectionCloseOk Read(ref WireReader reader) => default;

    /// <inheritdoc/>
    public void Write(ref WireWriter writer)
    {
    }
}
