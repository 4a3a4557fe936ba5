using AmqpBroker.Protocol.Fields;

namespace AmqpBroker.Protocol.Methods;

/// <summary>exchange.declare-ok, 40.11, server to client. The exchange is there.</summary>
public readonly record struct ExchangeDeclareOk : IAmqpMethod<ExchangeDeclareOk>
{
    /// <inheritdoc/>
    public static MethodId Id => MethodId.ExchangeDeclareOk;

    /// <inheritdoc/>
    public static ExchangeDeclareOk Read(ref WireReader reader) => default;

    /// <inheritdoc/>
    public void Write(ref WireWriter writer)
    {
    }
}
