using AmqpBroker.Protocol.Fields;

namespace AmqpBroker.Protocol.Methods;

/// <summary>exchange.bind-ok, 40.31, server to client. The binding is there.</summary>
public readonly record struct ExchangeBindOk : IAmqpMethod<ExchangeBindOk>
{
    /// <inheritdoc/>
    public static MethodId Id => MethodId.ExchangeBindOk;

    /// <inheritdoc/>
    public static ExchangeBindOk Read(ref WireReader reader) => default;

    /// <inheritdoc/>
    public void Write(ref WireWriter writer)
    {
    }
}
