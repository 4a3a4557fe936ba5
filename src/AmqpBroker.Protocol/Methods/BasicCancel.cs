using AmqpBroker.Protocol.Fields;

namespace AmqpBroker.Protocol.Methods;

/// <summary>basic.cancel, 60.30, either way. Ends a consumer; sent by the server when the queue went away.</summary>
/// <param name="ConsumerTag">The consumer's name on this channel.</param>
/// <param name="NoWait">Send no answer; errors close the channel all the same.</param>
public readonly record struct BasicCancel(string ConsumerTag, bool NoWait) : IAmqpMethod<BasicCancel>
{
    /// <inheritdoc/>
    public static MethodId Id => MethodId.BasicCancel;

    /// <inheritdoc/>
    public static BasicCancel Read(ref WireReader reader) => new(reader.ReadShortString(), reader.ReadBit());

    /// <inheritdoc/>
    public void Write(ref WireWriter writer)
    {
        writer.WriteShortString(ConsumerTag);
        writer.WriteBits(NoWait);
    }
}
