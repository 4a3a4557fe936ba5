using AmqpBroker.Protocol.Errors;
using AmqpBroker.Protocol.Fields;

namespace AmqpBroker.Protocol.Content;

/// <summary>
/// What the broker acts on in a message's properties, as views over the received octets: nothing is allocated. Parsing
/// walks the whole list, so that what is passed on is known to be well-formed; it accepts and refuses what
/// <see cref="BasicProperties.Read"/> does. Absent strings are empty: ask <see cref="Has"/> where that differs.
/// </summary>
public readonly ref struct BasicPropertiesView
{
    private BasicPropertiesView(ReadOnlySpan<byte> source)
    {
        var reader = new WireReader(source);
        var flags = (PropertyFlags)reader.ReadShort();
        Flags = flags;
        ContentType = Text(ref reader, flags, PropertyFlags.ContentType);
        _ = Text(ref reader, flags, PropertyFlags.ContentEncoding);
        if (flags.Has(PropertyFlags.Headers))
        {
            Headers = reader.ReadLongStringBytes();
            FieldTableValidator.Validate(Headers);
        }

        DeliveryMode = flags.Has(PropertyFlags.DeliveryMode) ? reader.ReadOctet() : (byte)0;
        Priority = flags.Has(PropertyFlags.Priority) ? reader.ReadOctet() : (byte)0;
        CorrelationId = Text(ref reader, flags, PropertyFlags.CorrelationId);
        ReplyTo = Text(ref reader, flags, PropertyFlags.ReplyTo);
        Expiration = Text(ref reader, flags, PropertyFlags.Expiration);
        MessageId = Text(ref reader, flags, PropertyFlags.MessageId);
        Timestamp = flags.Has(PropertyFlags.Timestamp) ? reader.ReadLongLong() : 0;
        _ = Text(ref reader, flags, PropertyFlags.Type);
        UserId = Text(ref reader, flags, PropertyFlags.UserId);
        _ = Text(ref reader, flags, PropertyFlags.AppId);
        _ = Text(ref reader, flags, PropertyFlags.ClusterId);
        if (!reader.Remaining.IsEmpty || flags.Has(PropertyFlags.Continuation))
        {
            throw FrameErrors.MalformedProperties();
        }
    }

    /// <summary>The flags as received; meaningless bits may be set.</summary>
    public PropertyFlags Flags { get; }

    /// <summary>The headers' entries, without the table's length; validated.</summary>
    public ReadOnlySpan<byte> Headers { get; }

    /// <summary>content-type in UTF-8, unchecked like the other strings here.</summary>
    public ReadOnlySpan<byte> ContentType { get; }

    /// <summary>correlation-id.</summary>
    public ReadOnlySpan<byte> CorrelationId { get; }

    /// <summary>reply-to.</summary>
    public ReadOnlySpan<byte> ReplyTo { get; }

    /// <summary>expiration: decimal text, unchecked.</summary>
    public ReadOnlySpan<byte> Expiration { get; }

    /// <summary>message-id.</summary>
    public ReadOnlySpan<byte> MessageId { get; }

    /// <summary>user-id.</summary>
    public ReadOnlySpan<byte> UserId { get; }

    /// <summary>timestamp in seconds since 1970-01-01 UTC; 0 when absent.</summary>
    public ulong Timestamp { get; }

    /// <summary>delivery-mode; 0 when absent.</summary>
    public byte DeliveryMode { get; }

    /// <summary>priority; 0 when absent.</summary>
    public byte Priority { get; }

    /// <summary>Checks and reads a property list.</summary>
    /// <param name="source">From the property flags to the last property, no more; borrowed by the view.</param>
    /// <exception cref="ConnectionException">502: cut off, octets left over, a continuation flag, or broken headers.</exception>
    public static BasicPropertiesView Parse(ReadOnlySpan<byte> source)
    {
        try
        {
            return new BasicPropertiesView(source);
        }
        catch (TruncatedException)
        {
            throw FrameErrors.MalformedProperties();
        }
    }

    /// <summary>True when the property is there, be it empty.</summary>
    public bool Has(PropertyFlags flag) => Flags.Has(flag);

    private static ReadOnlySpan<byte> Text(scoped ref WireReader reader, PropertyFlags flags, PropertyFlags flag) =>
        flags.Has(flag) ? reader.ReadShortStringBytes() : default;
}
