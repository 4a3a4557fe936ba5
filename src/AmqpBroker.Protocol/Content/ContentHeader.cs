using AmqpBroker.Protocol.Errors;
using AmqpBroker.Protocol.Fields;
using AmqpBroker.Protocol.Framing;

namespace AmqpBroker.Protocol.Content;

/// <summary>
/// The payload of a content header frame (AMQP 0-9-1 §4.2.6.1), a view over borrowed octets:
/// <code>class-id:u16 · weight:u16 · body-size:u64 · property-flags:u16 · properties</code>
/// </summary>
public readonly ref struct ContentHeader
{
    /// <summary>The only class that has content: basic.</summary>
    public const ushort BasicClassId = 60;

    // What stands before the property flags.
    private const int FixedLength = 12;

    private ContentHeader(ushort classId, ushort weight, ulong bodySize, ReadOnlySpan<byte> properties)
    {
        ClassId = classId;
        Weight = weight;
        BodySize = bodySize;
        Properties = properties;
    }

    /// <summary>The class of the method before; anything but <see cref="BasicClassId"/> is an error.</summary>
    public ushort ClassId { get; }

    /// <summary>Reserved; anything but 0 is an error.</summary>
    public ushort Weight { get; }

    /// <summary>Octets of all body frames together; chosen by the peer, so to be limited.</summary>
    public ulong BodySize { get; }

    /// <summary>From the property flags on, for <see cref="BasicPropertiesView.Parse"/>.</summary>
    public ReadOnlySpan<byte> Properties { get; }

    /// <summary>Reads a header frame's payload; leaves class, weight and properties unchecked.</summary>
    /// <exception cref="ConnectionException">501: fewer than 12 octets.</exception>
    public static ContentHeader Read(ReadOnlySpan<byte> payload)
    {
        if (payload.Length < FixedLength)
        {
            throw FrameErrors.UnknownFrame(FrameType.Header, payload);
        }

        var reader = new WireReader(payload);
        return new ContentHeader(reader.ReadShort(), reader.ReadShort(), reader.ReadLongLong(), reader.Remaining);
    }

    /// <summary>Appends a header frame's payload for a message.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="bodySize">Octets of the whole body.</param>
    /// <param name="properties">The message's properties.</param>
    public static void Write(ref WireWriter writer, ulong bodySize, BasicProperties properties)
    {
        ArgumentNullException.ThrowIfNull(properties);
        writer.WriteShort(BasicClassId);
        writer.WriteShort(0);
        writer.WriteLongLong(bodySize);
        properties.Write(ref writer);
    }

    /// <summary>A header frame's payload for a message, as an array of its own.</summary>
    /// <param name="bodySize">Octets of the whole body.</param>
    /// <param name="properties">The message's properties.</param>
    public static byte[] ToArray(ulong bodySize, BasicProperties properties)
    {
        var writer = new WireWriter(stackalloc byte[512]);
        try
        {
            Write(ref writer, bodySize, properties);
            return writer.Written.ToArray();
        }
        finally
        {
            writer.Dispose();
        }
    }

    /// <summary>Refuses a header that cannot follow basic.publish.</summary>
    /// <exception cref="ConnectionException">505: the weight is not 0, or the class is not basic.</exception>
    public void CheckFollowsPublish()
    {
        if (Weight != 0)
        {
            throw FrameErrors.HeaderExpected();
        }

        if (ClassId != BasicClassId)
        {
            throw FrameErrors.HeaderOfOtherClass(ClassId);
        }
    }
}
