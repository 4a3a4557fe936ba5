using System.Text;

namespace AmqpBroker.Protocol;

/// <summary>Builds the reply-text of a close, a short string of at most 255 octets.</summary>
internal static class ReplyText
{
    private const int MaxOctets = 255;
    private const string Ellipsis = "...";

    public static string Of(ReplyCode code, string explanation) => Fit($"{code.ToName()} - {explanation}");

    /// <summary>Cuts a text that is too long to 252 octets, never inside a character, and appends an ellipsis.</summary>
    private static string Fit(string text)
    {
        if (Encoding.UTF8.GetByteCount(text) <= MaxOctets)
        {
            return text;
        }

        var octets = 0;
        var length = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            octets += rune.Utf8SequenceLength;
            if (octets > MaxOctets - Ellipsis.Length)
            {
                break;
            }

            length += rune.Utf16SequenceLength;
        }

        return string.Concat(text.AsSpan(0, length), Ellipsis);
    }
}
