using System.Buffers.Binary;
using AmqpBroker.Protocol.Errors;
using AmqpBroker.Protocol.Fields;
using AmqpBroker.Protocol.Framing;

namespace AmqpBroker.Protocol.Methods;

/// <summary>Reads the payload of a method frame (AMQP 0-9-1 §4.2.4): <c>class-id:u16 · method-id:u16 · fields</c>.</summary>
public static class MethodDecoder
{
    private const int IdLength = sizeof(uint);

    /// <summary>Which method it is; not necessarily one the protocol has.</summary>
    /// <exception cref="ConnectionException">501: fewer than four octets.</exception>
    public static MethodId ReadId(ReadOnlySpan<byte> payload) =>
        BinaryPrimitives.TryReadUInt32BigEndian(payload, out var id)
            ? (MethodId)id
            : throw FrameErrors.UnknownFrame(FrameType.Method, payload);

    /// <summary>Decodes the fields of a method whose id was recognised as that of <typeparamref name="T"/>.</summary>
    /// <param name="payload">The whole payload, ids included.</param>
    /// <exception cref="ConnectionException">
    /// 501: fields cut off, octets left over, or a short string that is not UTF-8; 502: a broken table.
    /// </exception>
    public static T Decode<T>(ReadOnlySpan<byte> payload)
        where T : struct, IAmqpMethod<T>
    {
        var fields = payload[Math.Min(IdLength, payload.Length)..];
        var reader = new WireReader(fields);
        try
        {
            var method = T.Read(ref reader);
            return reader.Remaining.IsEmpty ? method : throw FrameErrors.CannotDecode(T.Id, fields);
        }
        catch (TruncatedException)
        {
            throw FrameErrors.CannotDecode(T.Id, fields);
        }
    }
}
