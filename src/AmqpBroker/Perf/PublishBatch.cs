using System.Buffers;
using System.Buffers.Binary;
using AmqpBroker.Protocol;
using AmqpBroker.Protocol.Framing;
using AmqpBroker.Protocol.Methods;

namespace AmqpBroker.Perf;

/// <summary>Equal messages, encoded once one behind the other; only the time of sending changes.</summary>
internal sealed class PublishBatch
{
    /// <summary>Bytes at the start of a body that tell when it was sent.</summary>
    public const int StampLength = sizeof(long);

    private const int MostBytes = 4 * 1024 * 1024;
    private const ushort DeliveryModeFlag = 1 << 12;
    private const byte PersistentDeliveryMode = 2;

    private readonly byte[] _bytes;
    private readonly int _messageLength;
    private readonly int _bodyOffset;
    private readonly bool _isStamped;

    public PublishBatch(PerfOptions options, string routingKey, int frameMax)
    {
        var message = new ArrayBufferWriter<byte>(options.Size + 1024);
        FrameWriter.WriteMethod(message, PerfConnection.Channel, new BasicPublish(options.Exchange, routingKey, Mandatory: false, Immediate: false));
        WriteHeader(message, options);
        _bodyOffset = message.WrittenCount + FrameConstants.HeaderLength;
        FrameWriter.WriteBody(message, PerfConnection.Channel, Filling(options.Size), frameMax);

        _messageLength = message.WrittenCount;
        _isStamped = options.Size >= StampLength;
        Count = Math.Clamp(MostBytes / _messageLength, 1, options.Batch);
        _bytes = new byte[_messageLength * Count];
        for (var i = 0; i < Count; i++)
        {
            message.WrittenSpan.CopyTo(_bytes.AsSpan(i * _messageLength));
        }
    }

    /// <summary>Messages in the batch: fewer than asked for when they are large.</summary>
    public int Count { get; }

    /// <summary>The first messages of the batch, ready for the socket.</summary>
    public ReadOnlySpan<byte> Stamp(int count, long timestamp)
    {
        for (var i = 0; _isStamped && i < count; i++)
        {
            BinaryPrimitives.WriteInt64LittleEndian(_bytes.AsSpan((i * _messageLength) + _bodyOffset), timestamp);
        }

        return _bytes.AsSpan(0, count * _messageLength);
    }

    /// <summary>The time of sending, from the first part of a body.</summary>
    public static bool TryReadStamp(ReadOnlySpan<byte> body, out long timestamp)
        => BinaryPrimitives.TryReadInt64LittleEndian(body, out timestamp);

    /// <summary><c>class-id:u16 (60) · weight:u16 (0) · body-size:u64 · property-flags:u16 · delivery-mode:u8 when persistent</c>.</summary>
    private static void WriteHeader(ArrayBufferWriter<byte> message, PerfOptions options)
    {
        Span<byte> header = stackalloc byte[15];
        header.Clear();
        BinaryPrimitives.WriteUInt16BigEndian(header, MethodIds.ClassId(BasicPublish.Id));
        BinaryPrimitives.WriteUInt64BigEndian(header[4..], (ulong)options.Size);
        BinaryPrimitives.WriteUInt16BigEndian(header[12..], options.PersistentMessages ? DeliveryModeFlag : (ushort)0);
        header[^1] = PersistentDeliveryMode;
        FrameWriter.WriteHeader(message, PerfConnection.Channel, options.PersistentMessages ? header : header[..^1]);
    }

    private static byte[] Filling(int size)
    {
        var body = new byte[size];
        Array.Fill(body, (byte)'x');
        return body;
    }
}
