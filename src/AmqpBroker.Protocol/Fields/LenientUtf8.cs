using System.Buffers;
using System.Text.Unicode;

namespace AmqpBroker.Protocol.Fields;

/// <summary>
/// UTF-8 that survives being wrong. An octet that is not UTF-8 becomes the lone surrogate U+DC00 + octet, and that
/// becomes the octet again. Names in tables and properties are not checked by RabbitMQ and some clients put raw octets
/// there; a message that has to be re-encoded must not change on its way.
/// </summary>
internal static class LenientUtf8
{
    private const char EscapeBase = '\uDC00';
    private const char FirstEscape = '\uDC80';
    private const char LastEscape = '\uDCFF';

    /// <summary>Decodes the octets of one short string.</summary>
    public static string Decode(ReadOnlySpan<byte> octets)
    {
        Span<char> characters = stackalloc char[byte.MaxValue];
        var length = 0;
        while (true)
        {
            var status = Utf8.ToUtf16(octets, characters[length..], out var read, out var written, replaceInvalidSequences: false);
            length += written;
            if (status != OperationStatus.InvalidData)
            {
                return new string(characters[..length]);
            }

            characters[length++] = (char)(EscapeBase | octets[read]);
            octets = octets[(read + 1)..];
        }
    }

    /// <summary>Encodes <paramref name="text"/> and returns the number of octets.</summary>
    /// <exception cref="ArgumentException">It does not fit into <paramref name="destination"/>.</exception>
    public static int Encode(ReadOnlySpan<char> text, Span<byte> destination)
    {
        var length = 0;
        while (true)
        {
            var status = Utf8.FromUtf16(text, destination[length..], out var read, out var written, replaceInvalidSequences: false);
            length += written;
            if (status == OperationStatus.Done)
            {
                return length;
            }

            if (status != OperationStatus.InvalidData || length == destination.Length)
            {
                throw new ArgumentException($"a short string holds at most {destination.Length} octets", nameof(text));
            }

            var character = text[read];
            destination[length++] = character is >= FirstEscape and <= LastEscape ? (byte)character : (byte)'?';
            text = text[(read + 1)..];
        }
    }
}
