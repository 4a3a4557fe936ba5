namespace AmqpBroker.Protocol.Fields;

/// <summary>
/// The letter before a value in a field table, as RabbitMQ and its clients use them. They differ from AMQP 0-9-1
/// §4.2.5.5, which makes <c>s</c> a short string, <c>L</c> unsigned and knows no <c>x</c>.
/// </summary>
public enum FieldType : byte
{
    /// <summary>One octet; anything but 0 is true.</summary>
    Boolean = (byte)'t',

    /// <summary>A signed octet.</summary>
    SignedByte = (byte)'b',

    /// <summary>An unsigned octet.</summary>
    UnsignedByte = (byte)'B',

    /// <summary>A signed integer of 16 bits.</summary>
    Short = (byte)'s',

    /// <summary>An unsigned integer of 16 bits.</summary>
    UnsignedShort = (byte)'u',

    /// <summary>A signed integer of 32 bits.</summary>
    SignedInt = (byte)'I',

    /// <summary>An unsigned integer of 32 bits.</summary>
    UnsignedInt = (byte)'i',

    /// <summary>A signed integer of 64 bits.</summary>
    Long = (byte)'l',

    /// <summary>Another letter for <see cref="Long"/>; read as such, never written.</summary>
    LongAlias = (byte)'L',

    /// <summary>IEEE 754, 32 bits.</summary>
    Float = (byte)'f',

    /// <summary>IEEE 754, 64 bits.</summary>
    Double = (byte)'d',

    /// <summary>A scale octet and an unsigned integer of 32 bits: the integer divided by 10 to the scale.</summary>
    Decimal = (byte)'D',

    /// <summary>Up to 4 GiB of octets, usually but not necessarily UTF-8: the string of field tables.</summary>
    LongString = (byte)'S',

    /// <summary>Values, each behind its letter.</summary>
    Array = (byte)'A',

    /// <summary>Seconds since 1970-01-01 UTC, unsigned, 64 bits.</summary>
    Timestamp = (byte)'T',

    /// <summary>A nested table.</summary>
    Table = (byte)'F',

    /// <summary>No value, no octets.</summary>
    Void = (byte)'V',

    /// <summary>Octets that are no text.</summary>
    Binary = (byte)'x',
}
