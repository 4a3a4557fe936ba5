using AmqpBroker.Protocol.Errors;
using AmqpBroker.Protocol.Fields;

namespace AmqpBroker.Protocol.Content;

/// <summary>
/// The properties of a message, decoded (AMQP 0-9-1 §1.8, table in §4.2.6). Null stands for absent. For whoever makes
/// or changes them; a message that only passes through keeps its octets and is looked at with
/// <see cref="BasicPropertiesView"/>.
/// </summary>
/// <remarks>
/// Strings hold at most 255 octets. Octets that are not UTF-8 appear as lone surrogates U+DC00 + octet and are written
/// as they were.
/// </remarks>
public sealed record BasicProperties
{
    /// <summary>No properties.</summary>
    public static BasicProperties Empty { get; } = new();

    /// <summary>MIME type of the body.</summary>
    public string? ContentType { get; init; }

    /// <summary>MIME encoding of the body.</summary>
    public string? ContentEncoding { get; init; }

    /// <summary>The application's headers, and those the broker adds.</summary>
    public FieldTable? Headers { get; init; }

    /// <summary>1 transient, 2 persistent; anything else is refused by the broker, not here.</summary>
    public byte? DeliveryMode { get; init; }

    /// <summary>0 to 255; queues cut it to their maximum.</summary>
    public byte? Priority { get; init; }

    /// <summary>The request a reply belongs to.</summary>
    public string? CorrelationId { get; init; }

    /// <summary>Where replies go.</summary>
    public string? ReplyTo { get; init; }

    /// <summary>Milliseconds until it expires in a queue, as decimal text.</summary>
    public string? Expiration { get; init; }

    /// <summary>The application's identifier.</summary>
    public string? MessageId { get; init; }

    /// <summary>Seconds since 1970-01-01 UTC.</summary>
    public ulong? Timestamp { get; init; }

    /// <summary>The application's name for the kind of message.</summary>
    public string? Type { get; init; }

    /// <summary>The publisher's login name; checked by the broker when present.</summary>
    public string? UserId { get; init; }

    /// <summary>The application's name.</summary>
    public string? AppId { get; init; }

    /// <summary>Reserved; passed on.</summary>
    public string? ClusterId { get; init; }

    /// <summary>Decodes a property list.</summary>
    /// <param name="source">From the property flags to the last property, no more; copied.</param>
    /// <exception cref="ConnectionException">502: cut off, octets left over, a continuation flag, or broken headers.</exception>
    public static BasicProperties Read(ReadOnlySpan<byte> source)
    {
        var reader = new WireReader(source);
        try
        {
            var flags = (PropertyFlags)reader.ReadShort();
            var properties = ReadValues(ref reader, flags);
            return reader.Remaining.IsEmpty && !flags.Has(PropertyFlags.Continuation)
                ? properties
                : throw FrameErrors.MalformedProperties();
        }
        catch (TruncatedException)
        {
            throw FrameErrors.MalformedProperties();
        }
    }

    /// <summary>Appends property flags and properties.</summary>
    /// <exception cref="ArgumentException">A string exceeds 255 octets.</exception>
    public void Write(ref WireWriter writer)
    {
        writer.WriteShort((ushort)Flags());
        WriteText(ref writer, ContentType);
        WriteText(ref writer, ContentEncoding);
        if (Headers is not null)
        {
            writer.WriteTable(Headers);
        }

        WriteOctet(ref writer, DeliveryMode);
        WriteOctet(ref writer, Priority);
        WriteText(ref writer, CorrelationId);
        WriteText(ref writer, ReplyTo);
        WriteText(ref writer, Expiration);
        WriteText(ref writer, MessageId);
        if (Timestamp is { } timestamp)
        {
            writer.WriteLongLong(timestamp);
        }

        WriteText(ref writer, Type);
        WriteText(ref writer, UserId);
        WriteText(ref writer, AppId);
        WriteText(ref writer, ClusterId);
    }

    /// <summary>Property flags and properties as an array of their own.</summary>
    /// <exception cref="ArgumentException">A string exceeds 255 octets.</exception>
    public byte[] ToArray()
    {
        var writer = new WireWriter(stackalloc byte[256]);
        try
        {
            Write(ref writer);
            return writer.Written.ToArray();
        }
        finally
        {
            writer.Dispose();
        }
    }

    // The initialisers run in the order they are written, which is that of the wire.
    private static BasicProperties ReadValues(ref WireReader reader, PropertyFlags flags) => new()
    {
        ContentType = ReadText(ref reader, flags, PropertyFlags.ContentType),
        ContentEncoding = ReadText(ref reader, flags, PropertyFlags.ContentEncoding),
        Headers = flags.Has(PropertyFlags.Headers) ? reader.ReadTable() : null,
        DeliveryMode = flags.Has(PropertyFlags.DeliveryMode) ? reader.ReadOctet() : null,
        Priority = flags.Has(PropertyFlags.Priority) ? reader.ReadOctet() : null,
        CorrelationId = ReadText(ref reader, flags, PropertyFlags.CorrelationId),
        ReplyTo = ReadText(ref reader, flags, PropertyFlags.ReplyTo),
        Expiration = ReadText(ref reader, flags, PropertyFlags.Expiration),
        MessageId = ReadText(ref reader, flags, PropertyFlags.MessageId),
        Timestamp = flags.Has(PropertyFlags.Timestamp) ? reader.ReadLongLong() : null,
        Type = ReadText(ref reader, flags, PropertyFlags.Type),
        UserId = ReadText(ref reader, flags, PropertyFlags.UserId),
        AppId = ReadText(ref reader, flags, PropertyFlags.AppId),
        ClusterId = ReadText(ref reader, flags, PropertyFlags.ClusterId),
    };

    private static string? ReadText(ref WireReader reader, PropertyFlags flags, PropertyFlags flag) =>
        flags.Has(flag) ? reader.ReadLenientShortString() : null;

    private static void WriteText(ref WireWriter writer, string? value)
    {
        if (value is not null)
        {
            writer.WriteShortString(value);
        }
    }

    private static void WriteOctet(ref WireWriter writer, byte? value)
    {
        if (value is { } octet)
        {
            writer.WriteOctet(octet);
        }
    }

    private PropertyFlags Flags() =>
        Flag(ContentType, PropertyFlags.ContentType)
        | Flag(ContentEncoding, PropertyFlags.ContentEncoding)
        | Flag(Headers, PropertyFlags.Headers)
        | Flag(DeliveryMode, PropertyFlags.DeliveryMode)
        | Flag(Priority, PropertyFlags.Priority)
        | Flag(CorrelationId, PropertyFlags.CorrelationId)
        | Flag(ReplyTo, PropertyFlags.ReplyTo)
        | Flag(Expiration, PropertyFlags.Expiration)
        | Flag(MessageId, PropertyFlags.MessageId)
        | Flag(Timestamp, PropertyFlags.Timestamp)
        | Flag(Type, PropertyFlags.Type)
        | Flag(UserId, PropertyFlags.UserId)
        | Flag(AppId, PropertyFlags.AppId)
        | Flag(ClusterId, PropertyFlags.ClusterId);

    private static PropertyFlags Flag<T>(T? value, PropertyFlags flag) => value is null ? PropertyFlags.None : flag;
}
