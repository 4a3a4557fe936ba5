using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace AmqpBroker.Protocol.Fields;

/// <summary>
/// A value of a field table together with the type it had on the wire, because error texts show it and a re-encoded
/// table must keep it. Immutable. The default value is <see cref="FieldType.Void"/>.
/// </summary>
public readonly struct FieldValue : IEquatable<FieldValue>
{
    private readonly FieldType _type;
    private readonly long _bits;
    private readonly object? _content;

    internal FieldValue(FieldType type, long bits)
    {
        _type = type;
        _bits = bits;
    }

    internal FieldValue(FieldType type, object content)
    {
        _type = type;
        _content = content;
    }

    /// <summary>No value at all, letter V.</summary>
    public static FieldValue Void => default;

    /// <summary>The type; never <see cref="FieldType.LongAlias"/>.</summary>
    public FieldType Type => _type == default ? FieldType.Void : _type;

    /// <summary>The type's name in error texts, for example <c>signedint</c>.</summary>
    public string TypeName => Type.ToName();

    /// <summary>Every fixed-width value: integers as such, floating point by its bits, a decimal as scale · value.</summary>
    internal long Bits => _bits;

    /// <summary>The octets of a string or binary value.</summary>
    internal byte[] Octets => (byte[]?)_content ?? [];

    /// <summary>A string, letter S, in UTF-8.</summary>
    public static FieldValue From(string value) => new(FieldType.LongString, Encoding.UTF8.GetBytes(value));

    /// <summary>A signed integer of 32 bits, letter I.</summary>
    public static FieldValue From(int value) => new(FieldType.SignedInt, value);

    /// <summary>A signed integer of 64 bits, letter l.</summary>
    public static FieldValue From(long value) => new(FieldType.Long, value);

    /// <summary>An integer of any width.</summary>
    /// <param name="type">An integer type.</param>
    /// <param name="value">Cut to the width of <paramref name="type"/>.</param>
    /// <exception cref="ArgumentException"><paramref name="type"/> is no integer.</exception>
    public static FieldValue From(FieldType type, long value) => type switch
    {
        FieldType.SignedByte => new(type, (sbyte)value),
        FieldType.UnsignedByte => new(type, (byte)value),
        FieldType.Short => new(type, (short)value),
        FieldType.UnsignedShort => new(type, (ushort)value),
        FieldType.SignedInt => new(type, (int)value),
        FieldType.UnsignedInt => new(type, (uint)value),
        FieldType.Long or FieldType.LongAlias => new(FieldType.Long, value),
        _ => throw new ArgumentException("not an integer type", nameof(type)),
    };

    /// <summary>A truth value, letter t.</summary>
    public static FieldValue From(bool value) => new(FieldType.Boolean, value ? 1 : 0);

    /// <summary>Floating point of 32 bits, letter f.</summary>
    public static FieldValue From(float value) => new(FieldType.Float, BitConverter.SingleToInt32Bits(value));

    /// <summary>Floating point of 64 bits, letter d.</summary>
    public static FieldValue From(double value) => new(FieldType.Double, BitConverter.DoubleToInt64Bits(value));

    /// <summary>A nested table, letter F.</summary>
    public static FieldValue From(FieldTable value) => new(FieldType.Table, value);

    /// <summary>An array, letter A; the values are copied.</summary>
    public static FieldValue From(params ReadOnlySpan<FieldValue> values) => new(FieldType.Array, values.ToArray());

    /// <summary>A string, letter S, from octets that may be anything; they are copied.</summary>
    public static FieldValue FromOctets(ReadOnlySpan<byte> octets) => new(FieldType.LongString, octets.ToArray());

    /// <summary>Octets that are no text, letter x; they are copied.</summary>
    public static FieldValue FromBinary(ReadOnlySpan<byte> octets) => new(FieldType.Binary, octets.ToArray());

    /// <summary>A time, letter T, in seconds since 1970-01-01 UTC.</summary>
    public static FieldValue FromTimestamp(ulong seconds) => new(FieldType.Timestamp, unchecked((long)seconds));

    /// <summary>A decimal, letter D: <paramref name="unscaled"/> divided by 10 to <paramref name="scale"/>.</summary>
    public static FieldValue FromDecimal(byte scale, uint unscaled) => new(FieldType.Decimal, ((long)scale << 32) | unscaled);

    /// <summary>The value of an integer of any width. False for every other type, timestamps included.</summary>
    public bool TryGetInteger(out long value)
    {
        value = _bits;
        return Type.IsInteger();
    }

    /// <summary>A string (letter S) as text; octets that are not UTF-8 become U+FFFD.</summary>
    public bool TryGetString([NotNullWhen(true)] out string? value)
    {
        value = Type == FieldType.LongString ? Encoding.UTF8.GetString(Octets) : null;
        return value is not null;
    }

    /// <summary>The octets of a string (letter S) or binary value (letter x).</summary>
    public bool TryGetOctets(out ReadOnlySpan<byte> value)
    {
        value = _content as byte[];
        return _content is byte[];
    }

    /// <summary>A truth value.</summary>
    public bool TryGetBool(out bool value)
    {
        value = _bits != 0;
        return Type == FieldType.Boolean;
    }

    /// <summary>Floating point of either width.</summary>
    public bool TryGetDouble(out double value)
    {
        value = Type == FieldType.Float
            ? BitConverter.Int32BitsToSingle((int)_bits)
            : BitConverter.Int64BitsToDouble(_bits);
        return Type is FieldType.Float or FieldType.Double;
    }

    /// <summary>A time in seconds since 1970-01-01 UTC.</summary>
    public bool TryGetTimestamp(out ulong seconds)
    {
        seconds = unchecked((ulong)_bits);
        return Type == FieldType.Timestamp;
    }

    /// <summary>A decimal's two parts, see <see cref="FromDecimal"/>.</summary>
    public bool TryGetDecimal(out byte scale, out uint unscaled)
    {
        scale = (byte)(_bits >> 32);
        unscaled = (uint)_bits;
        return Type == FieldType.Decimal;
    }

    /// <summary>The nested table, or null when this is none.</summary>
    public FieldTable? AsTable() => _content as FieldTable;

    /// <summary>The items of an array, or null when this is none.</summary>
    public IReadOnlyList<FieldValue>? AsArray() => _content as FieldValue[];

    /// <summary>
    /// Equal for the comparison of arguments: integers of any width, and floating point of either, by their value;
    /// everything else as <see cref="Equals(FieldValue)"/>. An integer never equals floating point.
    /// </summary>
    public bool EqualsByValue(FieldValue other)
    {
        if (TryGetInteger(out var integer) && other.TryGetInteger(out var otherInteger))
        {
            return integer == otherInteger;
        }

        return TryGetDouble(out var number) && other.TryGetDouble(out var otherNumber)
            ? number.Equals(otherNumber)
            : Equals(other);
    }

    /// <summary>How error texts show an argument: <c>the value '1000' of type 'signedint'</c>.</summary>
    public string ToErlangText() => $"the value '{ToValueText()}' of type '{TypeName}'";

    /// <summary>The value alone: a string as it is, anything else as <see cref="ToErlangTerm"/>.</summary>
    public string ToValueText() => _content is byte[] octets ? Encoding.UTF8.GetString(octets) : ToErlangTerm();

    /// <summary>The value in Erlang's notation, for example <c>&lt;&lt;"abc"&gt;&gt;</c> or <c>1000</c>.</summary>
    public string ToErlangTerm() => FieldText.Term(this);

    /// <summary>Equal in type and value, nested ones included; floating point by its bits.</summary>
    public bool Equals(FieldValue other) => Type == other.Type && _bits == other._bits && (_content, other._content) switch
    {
        (byte[] mine, byte[] theirs) => mine.AsSpan().SequenceEqual(theirs),
        (FieldValue[] mine, FieldValue[] theirs) => mine.AsSpan().SequenceEqual(theirs),
        (FieldTable mine, FieldTable theirs) => mine.Equals(theirs),
        _ => true,
    };

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is FieldValue other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        hash.Add(Type);
        hash.Add(_bits);
        hash.AddBytes(_content as byte[] ?? []);
        return hash.ToHashCode();
    }

    /// <summary>Same as <see cref="Equals(FieldValue)"/>.</summary>
    public static bool operator ==(FieldValue left, FieldValue right) => left.Equals(right);

    /// <summary>The opposite of <see cref="Equals(FieldValue)"/>.</summary>
    public static bool operator !=(FieldValue left, FieldValue right) => !left.Equals(right);

    /// <summary>Same as <see cref="ToErlangTerm"/>.</summary>
    public override string ToString() => ToErlangTerm();
}
