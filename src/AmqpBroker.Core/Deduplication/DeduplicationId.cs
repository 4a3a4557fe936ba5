using System.Buffers.Binary;
using AmqpBroker.Protocol.Content;
using AmqpBroker.Protocol.Fields;

namespace AmqpBroker.Core.Deduplication;

/// <summary>The id by which deduplicating queues and exchanges know a message again: the value of a header.</summary>
public static class DeduplicationId
{
    private static ReadOnlySpan<byte> IdHeader => "x-deduplication-header"u8;

    private static ReadOnlySpan<byte> TtlHeader => "x-cache-ttl"u8;

    /// <summary>Reads a message's id: type and value, integers of every width alike. Null when it has none, or one that is an array or table.</summary>
    /// <param name="contentHeader">The content header as received, found valid.</param>
    public static byte[]? Read(ReadOnlySpan<byte> contentHeader) => Read(contentHeader, out _);

    /// <summary>Reads a message's id, and how long it wants it remembered.</summary>
    /// <param name="contentHeader">The content header as received, found valid.</param>
    /// <param name="ttl">Its own time, in milliseconds; null for none.</param>
    public static byte[]? Read(ReadOnlySpan<byte> contentHeader, out long? ttl)
    {
        ttl = null;
        var headers = BasicPropertiesView.Parse(ContentHeader.Read(contentHeader).Properties).Headers;
        if (headers.IsEmpty || !FieldTableLookup.TryFind(headers, IdHeader, out var type, out var value) || type is FieldType.Array or FieldType.Table)
        {
            return null;
        }

        if (FieldTableLookup.TryFind(headers, TtlHeader, out var ttlType, out var ttlValue) && TryReadInteger(ttlType, ttlValue, out var own) && own > 0)
        {
            ttl = own;
        }

        if (TryReadInteger(type, value, out var number))
        {
            var id = new byte[1 + sizeof(long)];
            id[0] = (byte)FieldType.Long;
            BinaryPrimitives.WriteInt64BigEndian(id.AsSpan(1), number);
            return id;
        }

        return [(byte)type, .. value];
    }

    private static bool TryReadInteger(FieldType type, ReadOnlySpan<byte> octets, out long number)
    {
        long? raw = (type, octets.Length) switch
        {
            (FieldType.Float or FieldType.Double or FieldType.Timestamp or FieldType.LongString or FieldType.Binary or FieldType.Boolean or FieldType.Void or FieldType.Decimal, _) => null,
            (_, sizeof(byte)) => octets[0],
            (_, sizeof(short)) => BinaryPrimitives.ReadInt16BigEndian(octets),
            (_, sizeof(int)) => BinaryPrimitives.ReadInt32BigEndian(octets),
            (_, sizeof(long)) => BinaryPrimitives.ReadInt64BigEndian(octets),
            _ => null,
        };
        number = 0;
        return raw is { } bits && FieldValue.From(type, bits).TryGetInteger(out number);
    }
}
