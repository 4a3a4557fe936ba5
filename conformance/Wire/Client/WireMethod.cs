using System.Globalization;

namespace AmqpBroker.ConformanceTests.Wire.Client;

/// <summary>A method with the values of its fields; fields that are not given are zero, empty, or false.</summary>
public sealed class WireMethod
{
    private readonly MethodFormat _format;
    private readonly Dictionary<string, object?> _fields;

    private WireMethod(MethodFormat format, Dictionary<string, object?> fields)
    {
        _format = format;
        _fields = fields;
    }

    public string Name => _format.Name;

    public ushort ClassId => _format.ClassId;

    public ushort MethodId => _format.MethodId;

    public static WireMethod Of(string name, params ReadOnlySpan<(string Field, object? Value)> fields)
    {
        var format = MethodTable.Find(name);
        var values = new Dictionary<string, object?>();
        foreach (var (field, value) in fields)
        {
            if (!Array.Exists(format.Fields, known => known.Name == field))
            {
                throw new ArgumentException($"{name} has no field {field}.", nameof(fields));
            }

            values.Add(field, value);
        }

        return new WireMethod(format, values);
    }

    /// <summary>Reads the payload of a method frame; throws unless it is exactly one method.</summary>
    public static WireMethod Decode(byte[] payload)
    {
        var reader = new WireReader(payload);
        var format = MethodTable.Find((ushort)reader.Integer(2), (ushort)reader.Integer(2));
        var fields = new Dictionary<string, object?>();
        var bits = 0;
        byte packed = 0;
        foreach (var (name, type) in format.Fields)
        {
            if (type == "bit")
            {
                packed = bits == 0 ? reader.Octet() : packed;
                fields.Add(name, (packed >> bits++ & 1) == 1);
                continue;
            }

            bits = 0;
            fields.Add(name, ReadField(reader, type));
        }

        return reader.IsAtEnd
            ? new WireMethod(format, fields)
            : throw new InvalidDataException($"Octets are left over after {format.Name}.");
    }

    /// <summary>The payload of its frame: class-id, method-id, fields.</summary>
    public byte[] Encode()
    {
        var writer = new WireWriter().Integer(ClassId, 2).Integer(MethodId, 2);
        var bits = 0;
        byte packed = 0;
        foreach (var (name, type) in _format.Fields)
        {
            var value = _fields.GetValueOrDefault(name);
            if (type == "bit")
            {
                packed |= (byte)((value is true ? 1 : 0) << bits++);
                continue;
            }

            FlushBits();
            WriteField(writer, type, value);
        }

        FlushBits();
        return writer.ToArray();

        void FlushBits()
        {
            if (bits > 0)
            {
                writer.Octet(packed);
                bits = 0;
                packed = 0;
            }
        }
    }

    public string Text(string field) => (string)_fields[field]!;

    public long Number(string field) => Convert.ToInt64(_fields[field], CultureInfo.InvariantCulture);

    public bool Bit(string field) => (bool)_fields[field]!;

    public FieldTable Table(string field) => (FieldTable)_fields[field]!;

    public override string ToString() => $"{Name}({string.Join(", ", _fields.Select(field => $"{field.Key}={field.Value}"))})";

    private static object ReadField(WireReader reader, string type) => type switch
    {
        "octet" => reader.Octet(),
        "short" => reader.Integer(2),
        "long" => reader.Integer(4),
        "longlong" => reader.Integer(8),
        "shortstr" => reader.ShortString(),
        "longstr" => System.Text.Encoding.UTF8.GetString(reader.LongString()),
        "table" => FieldTable.Read(reader),
        _ => throw new InvalidDataException($"The type {type} is unknown."),
    };

    private static void WriteField(WireWriter writer, string type, object? value)
    {
        switch (type)
        {
            case "shortstr":
                writer.ShortString((string?)value ?? string.Empty);
                break;
            case "longstr" when value is byte[] octets:
                writer.LongString(octets);
                break;
            case "longstr":
                writer.LongString((string?)value ?? string.Empty);
                break;
            case "table":
                ((FieldTable?)value ?? []).Write(writer);
                break;
            default:
                var size = type switch { "octet" => 1, "short" => 2, "long" => 4, _ => 8 };
                writer.Integer((ulong)Convert.ToInt64(value ?? 0, CultureInfo.InvariantCulture), size);
                break;
        }
    }
}
