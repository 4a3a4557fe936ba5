using AmqpBroker.Protocol.Content;
using AmqpBroker.Protocol.Fields;
using FsCheck;
using FsCheck.Fluent;

namespace AmqpBroker.Protocol.Tests;

/// <summary>Arbitrary octets and values, the odd ones included.</summary>
internal static class Generate
{
    public static Gen<byte> Octet { get; } = Gen.Choose(0, 255).Select(value => (byte)value);

    public static Gen<bool> Bit { get; } = Gen.Elements(true, false);

    public static Gen<ulong> LongLong { get; } = Octet.ArrayOf(8).Select(octets => BitConverter.ToUInt64(octets));

    public static Gen<byte[]> Block { get; } = Octet.ArrayOf();

    /// <summary>Input that no generator understands; shrinks when it fails.</summary>
    public static Arbitrary<byte[]> Noise { get; } = Arb.Array(Octet.ToArbitrary());

    /// <summary>Valid UTF-8 of at most 255 octets, with characters of one to four.</summary>
    public static Gen<string> ShortString { get; } = Gen.Elements("a", "Z", ".", " ", "'", "\0", "é", "€", "𝄞")
        .ArrayOf()
        .Select(parts => string.Concat(parts.Take(byte.MaxValue / 4)));

    /// <summary>What table names and properties may hold besides: octets that are not UTF-8.</summary>
    public static Gen<string> LenientString { get; } = Gen.OneOf(
        ShortString,
        Block.Select(octets => LenientUtf8.Decode(octets.AsSpan(0, Math.Min(octets.Length, byte.MaxValue)))));

    public static Gen<FieldValue> Value { get; } = Gen.Sized(size => ValueOf(Math.Min(size, 30)));

    public static Gen<FieldTable> Table { get; } = Gen.Sized(size => TableOf(Math.Min(size, 30)));

    public static Gen<BasicProperties> Properties { get; } =
        from texts in LenientString.OrNull().ArrayOf(10)
        from headers in Table.OrNull()
        from octets in Octet.ArrayOf(2)
        from timestamp in LongLong
        from isPresent in Bit.ArrayOf(3)
        select new BasicProperties
        {
            ContentType = texts[0],
            ContentEncoding = texts[1],
            Headers = headers,
            DeliveryMode = isPresent[0] ? octets[0] : null,
            Priority = isPresent[1] ? octets[1] : null,
            CorrelationId = texts[2],
            ReplyTo = texts[3],
            Expiration = texts[4],
            MessageId = texts[5],
            Timestamp = isPresent[2] ? timestamp : null,
            Type = texts[6],
            UserId = texts[7],
            AppId = texts[8],
            ClusterId = texts[9],
        };

    /// <summary>Tables and arrays that stand inside each other, so many under the outermost.</summary>
    public static Gen<FieldTable> Nested(int least, int most) =>
        from depth in Gen.Choose(least, most)
        from kinds in Bit.ArrayOf(depth)
        select FieldTable.Of(new FieldEntry("a", kinds.Aggregate(
            FieldValue.Void,
            (inner, isTable) => isTable ? FieldValue.From(FieldTable.Of(new FieldEntry("b", inner))) : FieldValue.From([inner]))));

    /// <summary>Some octets changed, dropped, repeated or cut off.</summary>
    public static Gen<byte[]> Mutation(byte[] octets) =>
        from changes in Gen.Choose(1, 4)
        from choices in Gen.Choose(0, int.MaxValue - 1).ArrayOf(changes * 3)
        select Enumerable.Range(0, changes).Aggregate(
            octets,
            (mutated, i) => Mutate(mutated, choices[3 * i], choices[(3 * i) + 1], (byte)choices[(3 * i) + 2]));

    private static byte[] Mutate(byte[] octets, int kind, int where, byte value)
    {
        if (octets.Length == 0)
        {
            return [value];
        }

        var position = where % octets.Length;
        return (kind % 4) switch
        {
            0 => [.. octets[..position], value, .. octets[(position + 1)..]],
            1 => [.. octets[..position], .. octets[(position + 1)..]],
            2 => [.. octets[..position], value, .. octets[position..]],
            _ => octets[..position],
        };
    }

    private static Gen<FieldValue> ValueOf(int size) => size < 2 ? Leaf() : Gen.Frequency(
        (8, Leaf()),
        (1, TableOf(size / 2).Select(FieldValue.From)),
        (1, ValueOf(size / 2).ArrayOf(3).Select(items => FieldValue.From(items))));

    private static Gen<FieldTable> TableOf(int size) =>
        from count in Gen.Choose(0, Math.Max(0, size / 3))
        from names in LenientString.ArrayOf(count)
        from values in ValueOf(size).ArrayOf(count)
        select FieldTable.Of([.. names.Zip(values, (name, value) => new FieldEntry(name, value))]);

    private static Gen<FieldValue> Leaf() => Gen.OneOf(
        Bit.Select(FieldValue.From),
        Gen.Elements(
            FieldType.SignedByte,
            FieldType.UnsignedByte,
            FieldType.Short,
            FieldType.UnsignedShort,
            FieldType.SignedInt,
            FieldType.UnsignedInt,
            FieldType.Long,
            FieldType.LongAlias).Zip(LongLong, (type, value) => FieldValue.From(type, (long)value)),
        LongLong.Select(bits => FieldValue.From(BitConverter.UInt32BitsToSingle((uint)bits))),
        LongLong.Select(bits => FieldValue.From(BitConverter.UInt64BitsToDouble(bits))),
        LongLong.Select(bits => FieldValue.FromDecimal((byte)(bits >> 32), (uint)bits)),
        LongLong.Select(FieldValue.FromTimestamp),
        ShortString.Select(FieldValue.From),
        Block.Select(octets => FieldValue.FromOctets(octets)),
        Block.Select(octets => FieldValue.FromBinary(octets)),
        Gen.Constant(FieldValue.Void));
}
