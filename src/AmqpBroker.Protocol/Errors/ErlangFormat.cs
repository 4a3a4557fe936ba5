using System.Buffers;
using System.Text;

namespace AmqpBroker.Protocol.Errors;

/// <summary>
/// Octets in the notation that RabbitMQ's error texts use. Output stops once it would fill a reply text, so that a
/// large frame costs no more to complain about than a small one.
/// </summary>
public static class ErlangFormat
{
    private const int FrameExcerpt = 16;
    private const int MaxOctets = 256;

    /// <summary>Decimal octets, <c>&lt;&lt;0,20,0,10&gt;&gt;</c>, whatever they mean.</summary>
    public static string Octets(ReadOnlySpan<byte> octets)
    {
        var text = new StringBuilder("<<");
        foreach (var octet in octets[..Math.Min(octets.Length, MaxOctets)])
        {
            text.Append(octet).Append(',');
        }

        if (octets.Length > 0)
        {
            text.Length--;
        }

        return text.Append(">>").ToString();
    }

    /// <summary>Quoted, <c>&lt;&lt;"abc"&gt;&gt;</c>, when every octet is a printable Latin-1 character; else <see cref="Octets"/>.</summary>
    public static string Binary(ReadOnlySpan<byte> octets)
    {
        if (octets.IsEmpty || !IsPrintable(octets))
        {
            return Octets(octets);
        }

        var text = new StringBuilder("<<\"");
        foreach (var octet in octets[..Math.Min(octets.Length, MaxOctets)])
        {
            AppendEscaped(text, octet);
        }

        return text.Append("\">>").ToString();
    }

    /// <summary>
    /// What a frame held: <c>all octets = &lt;&lt;…&gt;&gt;</c>, or <c>first 16 octets = &lt;&lt;…&gt;&gt;</c> of a longer one.
    /// </summary>
    public static string Payload(in ReadOnlySequence<byte> payload)
    {
        Span<byte> excerpt = stackalloc byte[FrameExcerpt];
        var length = (int)Math.Min(payload.Length, FrameExcerpt);
        payload.Slice(0, length).CopyTo(excerpt);
        var prefix = payload.Length > FrameExcerpt ? "first 16 octets = " : "all octets = ";
        return prefix + Binary(excerpt[..length]);
    }

    private static bool IsPrintable(ReadOnlySpan<byte> octets)
    {
        foreach (var octet in octets)
        {
            if (octet is not ((>= 0x08 and <= 0x0D) or 0x1B or (>= 0x20 and <= 0x7E) or >= 0xA0))
            {
                return false;
            }
        }

        return true;
    }

    private static void AppendEscaped(StringBuilder text, byte octet)
    {
        var escape = octet switch
        {
            0x08 => 'b',
            0x09 => 't',
            0x0A => 'n',
            0x0B => 'v',
            0x0C => 'f',
            0x0D => 'r',
            0x1B => 'e',
            (byte)'"' => '"',
            (byte)'\\' => '\\',
            _ => '\0',
        };
        if (escape != '\0')
        {
            text.Append('\\').Append(escape);
            return;
        }

        text.Append((char)octet);
    }
}
