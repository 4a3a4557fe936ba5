using System.Globalization;
using System.Text;

namespace AmqpBroker.Tests.Telemetry;

/// <summary>A span as OTLP's protocol buffers have it, as far as tests look.</summary>
internal sealed record ReceivedSpan(string TraceId, string SpanId, string ParentId, string Name)
{
    private const int VarInt = 0;
    private const int Fixed64 = 1;
    private const int Fixed32 = 5;

    /// <summary>The spans in an <c>ExportTraceServiceRequest</c>: resource_spans, scope_spans, spans.</summary>
    public static IReadOnlyList<ReceivedSpan> ReadAll(byte[] request) =>
        [.. Fields(request, 1).SelectMany(static resource => Fields(resource, 2)).SelectMany(static scope => Fields(scope, 2)).Select(Read)];

    private static ReceivedSpan Read(byte[] span) => new(
        Convert.ToHexStringLower(Fields(span, 1).Single()),
        Convert.ToHexStringLower(Fields(span, 2).Single()),
        Convert.ToHexStringLower(Fields(span, 4).SingleOrDefault([])),
        Encoding.UTF8.GetString(Fields(span, 5).Single()));

    /// <summary>What all fields of one number hold, those that have a length.</summary>
    private static IEnumerable<byte[]> Fields(byte[] message, int wanted)
    {
        var position = 0;
        while (position < message.Length)
        {
            var key = ReadVarInt(message, ref position);
            var length = (key & 7) switch
            {
                VarInt => SkipVarInt(message, ref position),
                Fixed64 => sizeof(ulong),
                Fixed32 => sizeof(uint),
                2 => ReadVarInt(message, ref position),
                var type => throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"wire type {type}")),
            };
            if (key == ((wanted << 3) | 2))
            {
                yield return message[position..(position + length)];
            }

            position += length;
        }
    }

    private static int SkipVarInt(byte[] message, ref int position)
    {
        while (message[position++] >= 0x80)
        {
            // The next octet belongs to it, too.
        }

        return 0;
    }

    private static int ReadVarInt(byte[] message, ref int position)
    {
        var value = 0;
        for (var shift = 0; ; shift += 7)
        {
            var octet = message[position++];
            value |= (octet & 0x7F) << shift;
            if (octet < 0x80)
            {
                return value;
            }
        }
    }
}
