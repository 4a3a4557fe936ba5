using AmqpBroker.Protocol.Fields;

namespace AmqpBroker.Protocol.Methods;

/// <summary>confirm.select-ok, 85.11, server to client. What is published from now on is confirmed.</summary>
public readonly record struct ConfirmSelectOk : IAmqpMethod<ConfirmSelectOk>
{
    /// <inheritdoc/>
    public static MethodId Id => MethodId.ConfirmSelectOk;

    /// <inheritdoc/>
    public static ConfirmSelectOk Read(ref WireReader reader) => default;

    /// <inheritdoc/>
    public void Write(ref WireWriter writer)
    {
    }
}
