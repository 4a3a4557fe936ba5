using System.Globalization;

namespace AmqpBroker.ConformanceTests.Wire.Client;

/// <summary>The properties of class basic, by their names: only those that are set have an entry.</summary>
public sealed class WireProperties : Dictionary<string, object>
{
    private static readonly (string Name, string Type)[] Known =
    [
        ("content-type", "shortstr"), ("content-encoding", "shortstr"), ("headers", "table"), ("delivery-mode", "octet"),
        ("priority", "octet"), ("correlation-id", "shortstr"), ("reply-to", "shortstr"), ("expiration", "shortstr"),
        ("message-id", "shortstr"), ("timestamp", "longlong"), ("type", "shortstr"), ("user-id", "shortstr"),
        ("app-id", "shortstr"), ("cluster-id", "shortstr"),
    ];

    /// <summary>The payload of a content header frame: class, weight, body size, flags, values.</summary>
    public byte[] Encode(long bodySize, ushort classId = 60, ushort weight = 0)
    {
        var flags = 0;
        var values = new WireWriter();
        for (var index = 0; index < Known.Length; index++)
        {
            if (!TryGetValue(Known[index].Name, out var value))
            {
                continue;
            }

            flags |= 1 << (15 - index);
            Write(values, Known[index].Type, value);
        }

        return new WireWriter().Integer(classId, 2).Integer(weight, 2).Integer((ulong)bodySize, 8)
            .Integer((ulong)flags, 2).Octets(values.ToArray()).ToArray();
    }

    public static (WireProperties Properties, long BodySize) Decode(byte[] payload)
    {
        var reader = new WireReader(payload);
        reader.Integer(4);
        var bodySize = (long)reader.Integer(8);
        var flags = reader.Integer(2);
        var properties = new WireProperties();
        for (var index = 0; index < Known.Length; index++)
        {
            if ((flags >> (15 - index) & 1) == 1)
            {
                properties.Add(Known[index].Name, Read(reader, Known[index].Type));
            }
        }

        return (properties, bodySize);
    }

    private static object Read(WireReader reader, string type) => type switch
    {
        "shortstr" => reader.ShortString(),
        "table" => FieldTable.Read(reader),
        "octet" => reader.Octet(),
        _ => reader.Integer(8),
    };

    private static void Write(WireWriter writer, string type, object value)
    {
        switch (type)
        {
            case "shortstr":
                writer.ShortString((string)value);
                break;
            case "table":
                ((FieldTable)value).Write(writer);
                break;
            default:
                writer.Integer(Convert.ToUInt64(value, CultureInfo.InvariantCulture), type == "octet" ? 1 : 8);
                break;
        }
    }
}
