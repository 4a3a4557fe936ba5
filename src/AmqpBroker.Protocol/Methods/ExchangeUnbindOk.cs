using AmqpBroker.Protocol.Fields;

namespace AmqpBroker.Protocol.Methods;

/// <summary>
/// exchange.unbind-ok, 40.51, server to client. The binding is gone, or was never there. Its id breaks the pattern.
/// </summary>
public readonly record struct ExchangeUnbindOk : IAmqpMethod<ExchangeUnbindOk>
{
    /// <inheritdoc/>
    public static MethodId Id => MethodId.ExchangeUnbindOk;

    /// <inheritdoc/>
    public static ExchangeUnbindOk Read(ref WireReader reader) => default;

    /// <inheritdoc/>
    public void Write(ref WireWriter writer)
    {
    }
}
