using AmqpBroker.Protocol.Fields;

namespace AmqpBroker.Protocol.Methods;

/// <summary>connection.update-secret-ok, 10.71, server to client. The new secret is accepted.</summary>
public readonly record struct ConnectionUpdateSecretOk : IAmqpMethod<ConnectionUpdateSecretOk>
{
    /// <inheritdoc/>
    public static MethodId Id => MethodId.ConnectionUpdateSecretOk;

    /// <inheritdoc/>
    public static ConnectionUpdateSecretOk Read(ref WireReader reader) => default;

    /// <inheritdoc/>
    public void Write(ref WireWriter writer)
    {
    }
}
