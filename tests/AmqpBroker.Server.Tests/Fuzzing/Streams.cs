using System.Buffers;
using AmqpBroker.Protocol.Content;
using AmqpBroker.Protocol.Fields;
using AmqpBroker.Protocol.Framing;
using AmqpBroker.Protocol.Methods;
using AmqpBroker.TestKit.Wire;
using FsCheck;
using FsCheck.Fluent;

namespace AmqpBroker.Server.Tests.Fuzzing;

/// <summary>What clients might send: sensible conversations, the same with octets changed, and noise.</summary>
internal static class Streams
{
    private static readonly Gen<byte> Octet = Gen.Choose(0, 255).Select(value => (byte)value);

    private static readonly Gen<ushort> Channel = Gen.Frequency(
        (60, Gen.Choose(1, 2)), (1, Gen.Choose(0, 3)), (1, Gen.Choose(0, 65535))).Select(value => (ushort)value);

    private static readonly Gen<string> Name = Gen.Elements("q", "r", "x", "", "missing", "amq.direct", "amq.topic", "amq.headers", "é");

    private static readonly Gen<bool> Bit = Gen.Elements(true, false);

    private static readonly Gen<ulong> Tag = Gen.Choose(0, 6).Select(value => (ulong)value);

    private static readonly Gen<FieldTable> Arguments = Gen.Frequency(
        (6, Gen.Constant(FieldTable.Empty)),
        (1, Gen.Constant(new FieldTableBuilder().Add("x-match", "any").Add("a", 1).Build())),
        (1, Gen.Constant(new FieldTableBuilder().Add("x-max-length", 1).Add("x-message-ttl", -1).Build())));

    /// <summary>Any octets.</summary>
    public static Gen<byte[]> Noise { get; } = Octet.ArrayOf();

    /// <summary>Frames of any type and payload, well formed as frames.</summary>
    public static Gen<byte[]> Frames { get; } = (
        from type in Gen.Frequency((5, Gen.Choose(1, 3)), (1, Gen.Constant(8)), (1, Gen.Choose(0, 255)))
        from channel in Channel
        from payload in Gen.OneOf(Noise, MethodNoise())
        select ForgedFrame.Of((byte)type, channel, payload)).ArrayOf().Select(Concat);

    /// <summary>Methods that make sense, in an order that may not.</summary>
    public static Gen<byte[]> Conversation { get; } = Gen.OneOf(
        Topology(),
        Publish(),
        Publish(),
        Settle(),
        Consume(),
        Rest()).ArrayOf().Select(steps => (byte[])[
            .. RawAmqpClient.Encode(1, default(ChannelOpen)),
            .. RawAmqpClient.Encode(2, default(ChannelOpen)),
            .. RawAmqpClient.Encode(1, new QueueDeclare { Queue = "q" }),
            .. Concat(steps)]);

    /// <summary>A handshake and a conversation in one piece.</summary>
    public static Gen<byte[]> WithHandshake { get; } = Conversation.Select(conversation => (byte[])[
        .. FrameConstants.ProtocolHeader,
        .. RawAmqpClient.Encode(0, new ConnectionStartOk(FieldTable.Empty, "PLAIN", "\0guest\0guest"u8.ToArray(), "en_US")),
        .. RawAmqpClient.Encode(0, new ConnectionTuneOk(10, 4096, 0)),
        .. RawAmqpClient.Encode(0, new ConnectionOpen("/", "", false)),
        .. conversation]);

    /// <summary>Some octets changed, dropped, put in or cut off.</summary>
    public static Gen<byte[]> Mutated(Gen<byte[]> source) =>
        from octets in source
        from changes in Gen.Choose(0, 0x0FFF_FFFF).ArrayOf(3)
        select changes.Aggregate(octets, Mutate);

    private static byte[] Mutate(byte[] octets, int choice)
    {
        var value = (byte)(choice >> 2);
        if (octets.Length == 0)
        {
            return [value];
        }

        var position = (choice >> 10) % octets.Length;
        return (choice & 3) switch
        {
            0 => [.. octets[..position], value, .. octets[(position + 1)..]],
            1 => [.. octets[..position], .. octets[(position + 1)..]],
            2 => [.. octets[..position], value, .. octets[position..]],
            _ => [.. octets[..position], (byte)(octets[position] ^ (1 << (value & 7))), .. octets[(position + 1)..]],
        };
    }

    private static Gen<byte[]> MethodNoise() =>
        from classId in Gen.Elements<byte>(10, 20, 30, 40, 50, 60, 85, 90)
        from method in Gen.Elements<byte>(10, 11, 20, 21, 30, 31, 40, 41, 50, 51, 60, 70, 80, 90, 100, 110, 120)
        from rest in Noise
        select (byte[])[0, classId, 0, method, .. rest];

    private static Gen<byte[]> Topology() =>
        from channel in Channel
        from names in Name.ArrayOf(3)
        from bits in Bit.ArrayOf(5)
        from table in Arguments
        from kind in Gen.Choose(0, 8)
        select kind switch
        {
            0 => RawAmqpClient.Encode(channel, new QueueDeclare(names[0], bits[0], bits[1], bits[2], bits[3], bits[4], table)),
            1 => RawAmqpClient.Encode(channel, new ExchangeDeclare(names[0], "topic", bits[0], bits[1], bits[2], bits[3], bits[4], table)),
            2 => RawAmqpClient.Encode(channel, new QueueBind(names[0], names[1], names[2], bits[0], table)),
            3 => RawAmqpClient.Encode(channel, new QueueUnbind(names[0], names[1], names[2], table)),
            4 => RawAmqpClient.Encode(channel, new ExchangeBind(names[0], names[1], names[2], bits[0], table)),
            5 => RawAmqpClient.Encode(channel, new ExchangeUnbind(names[0], names[1], names[2], bits[0], table)),
            6 => RawAmqpClient.Encode(channel, new QueueDelete(names[0], bits[0], bits[1], bits[2])),
            7 => RawAmqpClient.Encode(channel, new ExchangeDelete(names[0], bits[0], bits[1])),
            _ => RawAmqpClient.Encode(channel, new QueuePurge(names[0], bits[0])),
        };

    private static Gen<byte[]> Publish() =>
        from channel in Channel
        from names in Name.ArrayOf(2)
        from mandatory in Bit
        from body in Noise
        from cc in Bit
        from table in Arguments
        select Message(channel, new BasicPublish(names[0], names[1], mandatory, false), body, cc ? table : null);

    private static byte[] Message(ushort channel, BasicPublish method, byte[] body, FieldTable? headers)
    {
        var output = new ArrayBufferWriter<byte>();
        FrameWriter.WriteMethod(output, channel, method);
        var withCopies = headers?.ToBuilder().Add("BCC", FieldValue.From(FieldValue.From("q"))).Build();
        FrameWriter.WriteHeader(output, channel, RawAmqpClient.EncodeHeader((ulong)body.Length, new BasicProperties { Headers = withCopies }));
        FrameWriter.WriteBody(output, channel, body, frameMax: 16);
        return output.WrittenSpan.ToArray();
    }

    private static Gen<byte[]> Settle() =>
        from channel in Channel
        from tag in Tag
        from bits in Bit.ArrayOf(2)
        from kind in Gen.Choose(0, 4)
        select kind switch
        {
            0 => RawAmqpClient.Encode(channel, new BasicAck(tag, bits[0])),
            1 => RawAmqpClient.Encode(channel, new BasicNack(tag, bits[0], bits[1])),
            2 => RawAmqpClient.Encode(channel, new BasicReject(tag, bits[0])),
            3 => RawAmqpClient.Encode(channel, new BasicRecover(true)),
            _ => RawAmqpClient.Encode(channel, new BasicRecoverAsync(true)),
        };

    private static Gen<byte[]> Consume() =>
        from channel in Channel
        from names in Name.ArrayOf(2)
        from bits in Bit.ArrayOf(3)
        from prefetch in Gen.Choose(0, 3)
        from kind in Gen.Choose(0, 3)
        select kind switch
        {
            0 => RawAmqpClient.Encode(channel, new BasicConsume(names[0], names[1], false, bits[0], bits[1], bits[2], FieldTable.Empty)),
            1 => RawAmqpClient.Encode(channel, new BasicCancel(names[1], bits[0])),
            2 => RawAmqpClient.Encode(channel, new BasicGet(names[0], bits[0])),
            _ => RawAmqpClient.Encode(channel, new BasicQos(0, (ushort)prefetch, bits[0])),
        };

    private static Gen<byte[]> Rest() =>
        from channel in Channel
        from kind in Gen.Choose(0, 9)
        select kind switch
        {
            0 => RawAmqpClient.Encode(channel, default(TxSelect)),
            1 => RawAmqpClient.Encode(channel, default(TxCommit)),
            2 => RawAmqpClient.Encode(channel, default(TxRollback)),
            3 => RawAmqpClient.Encode(channel, default(ConfirmSelect)),
            4 => RawAmqpClient.Encode(channel, default(ChannelClose)),
            5 => RawAmqpClient.Encode(channel, default(ChannelCloseOk)),
            6 => RawAmqpClient.Encode(channel, default(ChannelOpen)),
            7 => RawAmqpClient.Encode(0, new ConnectionUpdateSecret(default, "")),
            8 => RawAmqpClient.Encode(channel, default(ConnectionClose)),
            _ => ForgedFrame.Of(8, 0, []),
        };

    private static byte[] Concat(byte[][] parts) => [.. parts.SelectMany(part => part)];
}
