using AmqpBroker.Protocol.Fields;

namespace AmqpBroker.Protocol.Methods;

/// <summary>exchange.delete-ok, 40.21, server to client. The exchange is gone, or was never there.</summary>
public readonly record struct ExchangeDeleteOk : IAmqpMethod<ExchangeDeleteOk>
{
    /// <inheritdoc/>
    public static MethodId Id => MethodId.ExchangeDeleteOk;

    /// <inheritdoc/>
    public static ExchangeDeleteOk Read(ref WireReader reader) => default;

    /// <inheritdoc/>
    public void Write(ref WireWriter writer)
    {
    }
}
