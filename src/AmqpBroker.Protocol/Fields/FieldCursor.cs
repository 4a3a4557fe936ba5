using System.Buffers.Binary;
using AmqpBroker.Protocol.Errors;

namespace AmqpBroker.Protocol.Fields;

/// <summary>
/// Walks the encoded entries of one table, or the items of one array, without decoding or allocating:
/// <code>table = *( name:shortstr · letter · value )    array = *( letter · value )</code>
/// (AMQP 0-9-1 §4.2.5.5). Nested tables and arrays are passed as one value.
/// </summary>
internal ref struct FieldCursor
{
    private readonly bool _isNamed;
    private ReadOnlySpan<byte> _rest;

    private FieldCursor(ReadOnlySpan<byte> content, bool isNamed)
    {
        _rest = content;
        _isNamed = isNamed;
    }

    /// <summary>The current entry's name as octets; empty in an array.</summary>
    public ReadOnlySpan<byte> Name { get; private set; }

    /// <summary>The current value's type, a defined one; <see cref="FieldType.LongAlias"/> is shown as it stands.</summary>
    public FieldType Type { get; private set; }

    /// <summary>The current value's octets, without the length before strings, tables and arrays.</summary>
    public ReadOnlySpan<byte> Value { get; private set; }

    /// <summary>What follows the current entry.</summary>
    public readonly ReadOnlySpan<byte> Remaining => _rest;

    /// <summary>A cursor before the first entry of a table's content.</summary>
    public static FieldCursor OverTable(ReadOnlySpan<byte> content) => new(content, isNamed: true);

    /// <summary>A cursor before the first item of an array's content.</summary>
    public static FieldCursor OverArray(ReadOnlySpan<byte> content) => new(content, isNamed: false);

    /// <summary>Goes to the next entry; false at the end.</summary>
    /// <exception cref="ConnectionException">502: the entry is cut off or of an unknown type.</exception>
    public bool MoveNext()
    {
        if (_rest.IsEmpty)
        {
            return false;
        }

        if (_isNamed)
        {
            Name = Take(Take(1)[0]);
        }

        Type = (FieldType)Take(1)[0];
        var length = Type.EncodedLength();
        Value = Take(length switch
        {
            FieldTypes.Prefixed => BinaryPrimitives.ReadUInt32BigEndian(Take(sizeof(uint))),
            FieldTypes.Unknown => throw FrameErrors.MalformedTable($"unknown field type {(byte)Type}"),
            _ => (uint)length,
        });
        return true;
    }

    private ReadOnlySpan<byte> Take(uint length)
    {
        if (length > (uint)_rest.Length)
        {
            throw FrameErrors.MalformedTable("it ends inside an entry");
        }

        var taken = _rest[..(int)length];
        _rest = _rest[(int)length..];
        return taken;
    }
}
