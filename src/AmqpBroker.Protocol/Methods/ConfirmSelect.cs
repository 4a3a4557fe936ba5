using AmqpBroker.Protocol.Fields;

namespace AmqpBroker.Protocol.Methods;

/// <summary>confirm.select, 85.10, client to server. Asks for publisher confirms on this channel.</summary>
/// <param name="NoWait">Send no answer; errors close the channel all the same.</param>
public readonly record struct ConfirmSelect(bool NoWait) : IAmqpMethod<ConfirmSelect>
{
    /// <inheritdoc/>
    public static MethodId Id => MethodId.ConfirmSelect;

    /// <inheritdoc/>
    public static ConfirmSelect Read(ref WireReader reader) => new(reader.ReadBit());

    /// <inheritdoc/>
    public void Write(ref WireWriter writer) => writer.WriteBits(NoWait);
}
