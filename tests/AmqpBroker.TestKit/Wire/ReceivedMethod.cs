using AmqpBroker.Protocol;
using AmqpBroker.Protocol.Methods;

namespace AmqpBroker.TestKit.Wire;

/// <summary>A method, with its content when it has one.</summary>
/// <param name="Channel">0 for the connection itself.</param>
/// <param name="Id">Class and method id.</param>
/// <param name="Payload">The method frame's payload, ids included.</param>
public sealed record ReceivedMethod(ushort Channel, MethodId Id, byte[] Payload) : WireEvent
{
    /// <summary>Property flags and properties, as received; null for methods without content.</summary>
    public byte[]? Properties { get; init; }

    /// <summary>The body put together; null for methods without content.</summary>
    public byte[]? Body { get; init; }

    public T Decode<T>()
        where T : struct, IAmqpMethod<T> =>
        Id == T.Id
            ? MethodDecoder.Decode<T>(Payload)
            : throw new UnexpectedEventException($"Expected {T.Id}, received {this}.");

    /// <summary>Close methods are shown with all they say.</summary>
    public override string ToString() => Id switch
    {
        MethodId.ConnectionClose => $"{Decode<ConnectionClose>()}",
        MethodId.ChannelClose => $"{Decode<ChannelClose>()} on channel {Channel}",
        _ => $"{Id} on channel {Channel}",
    };
}
