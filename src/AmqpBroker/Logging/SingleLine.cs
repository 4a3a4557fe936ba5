using System.Globalization;

namespace AmqpBroker.Logging;

/// <summary>Keeps text on one line: a name chosen by a client must not be able to forge log entries or move the cursor.</summary>
internal static class SingleLine
{
    public static void Write(TextWriter writer, string text)
    {
        var rest = text.AsSpan();
        while (IndexOfControl(rest) is var at and >= 0)
        {
            writer.Write(rest[..at]);
            var taken = WriteEscaped(writer, rest[at..]);
            rest = rest[(at + taken)..];
        }

        writer.Write(rest);
    }

    private static int IndexOfControl(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsControl(text[i]))
            {
                return i;
            }
        }

        return -1;
    }

    private static int WriteEscaped(TextWriter writer, ReadOnlySpan<char> text)
    {
        if (text[0] == '\n')
        {
            writer.Write(" | ");
            var indented = text[1..];
            return text.Length - indented.TrimStart(' ').Length;
        }

        if (text[0] != '\r' && text[0] != '\t')
        {
            writer.Write("\\u");
            writer.Write(((int)text[0]).ToString("x4", CultureInfo.InvariantCulture));
            return 1;
        }

        writer.Write(text[0] == '\t' ? " " : string.Empty);
        return 1;
    }
}
