using System.Globalization;
using System.Text;

namespace AmqpBroker.ConformanceTests.Wire.Client;

/// <summary>A value of a field table with the letter that says its type.</summary>
/// <param name="Type">The letter: t b B s u I i l L f d D S A T F V x.</param>
/// <param name="Value">
/// A bool for t, an integer, float or double for the numbers, a byte array for D, an array for A, a table for F, null for V,
/// a string for S, a byte array for x.
/// </param>
public sealed record FieldValue(char Type, object? Value)
{
    /// <summary>The value with the letter that clients choose for it.</summary>
    public static FieldValue Of(object? value) => value switch
    {
        FieldValue typed => typed,
        null => new FieldValue('V', Value: null),
        bool => new FieldValue('t', value),
        int => new FieldValue('I', value),
        long => new FieldValue('l', value),
        double => new FieldValue('d', value),
        string => new FieldValue('S', value),
        byte[] => new FieldValue('x', value),
        FieldTable => new FieldValue('F', value),
        object?[] => new FieldValue('A', value),
        _ => throw new ArgumentException($"No field type for {value.GetType()}.", nameof(value)),
    };

    internal static FieldValue Read(WireReader reader)
    {
        var type = (char)reader.Octet();
        return new FieldValue(type, type switch
        {
            't' => reader.Octet() != 0,
            'b' => (sbyte)reader.Octet(),
            'B' => reader.Octet(),
            's' => (short)reader.Integer(2),
            'u' => (ushort)reader.Integer(2),
            'I' => (int)reader.Integer(4),
            'i' => (uint)reader.Integer(4),
            'l' or 'L' => (long)reader.Integer(8),
            'f' => BitConverter.UInt32BitsToSingle((uint)reader.Integer(4)),
            'd' => BitConverter.UInt64BitsToDouble(reader.Integer(8)),
            'D' => reader.Octets(5),
            'S' => Encoding.UTF8.GetString(reader.LongString()),
            'A' => ReadArray(new WireReader(reader.LongString())),
            'T' => reader.Integer(8),
            'F' => FieldTable.Read(reader),
            'V' => null,
            'x' => reader.LongString(),
            _ => throw new InvalidDataException($"The field type '{type}' is unknown."),
        });
    }

    internal void Write(WireWriter writer)
    {
        writer.Octet((byte)Type);
        switch (Type)
        {
            case 't':
                writer.Octet((bool)Value! ? (byte)1 : (byte)0);
                break;
            case 'b' or 'B':
                writer.Integer(Bits, 1);
                break;
            case 's' or 'u':
                writer.Integer(Bits, 2);
                break;
            case 'I' or 'i':
                writer.Integer(Bits, 4);
                break;
            case 'l' or 'L' or 'T':
                writer.Integer(Bits, 8);
                break;
            case 'f':
                writer.Integer(BitConverter.SingleToUInt32Bits((float)Value!), 4);
                break;
            case 'd':
                writer.Integer(BitConverter.DoubleToUInt64Bits((double)Value!), 8);
                break;
            case 'D':
                writer.Octets((byte[])Value!);
                break;
            case 'S':
                writer.LongString((string)Value!);
                break;
            case 'x':
                writer.LongString((byte[])Value!);
                break;
            case 'A':
                WriteArray(writer, (object?[])Value!);
                break;
            case 'F':
                ((FieldTable)Value!).Write(writer);
                break;
            default:
                break;
        }
    }

    private ulong Bits => Value is ulong large ? large : (ulong)Convert.ToInt64(Value, CultureInfo.InvariantCulture);

    private static object?[] ReadArray(WireReader reader)
    {
        var items = new List<object?>();
        while (!reader.IsAtEnd)
        {
            items.Add(Read(reader).Value);
        }

        return [.. items];
    }

    private static void WriteArray(WireWriter writer, object?[] items)
    {
        var octets = new WireWriter();
        foreach (var item in items)
        {
            Of(item).Write(octets);
        }

        writer.LongString(octets.ToArray());
    }
}
