using System.Text;
using AmqpBroker.Management.Api;

namespace AmqpBroker.Management.Json;

/// <summary>
/// What rows of a list must be like, as people write it: <c>vhost:shop type:quorum messages>1000 -policy:* orders</c>. All of it must hold. Immutable.
/// </summary>
internal sealed class RowFilter
{
    private const int MostCharacters = 1024;

    // The longer ones first: they begin with the shorter.
    private static readonly (string Sign, FilterOperator Operator, bool IsNegated)[] Operators =
    [
        ("!=", FilterOperator.Equal, true),
        (">=", FilterOperator.AtLeast, false),
        ("<=", FilterOperator.AtMost, false),
        (">", FilterOperator.Greater, false),
        ("<", FilterOperator.Less, false),
        ("=", FilterOperator.Equal, false),
        (":", FilterOperator.Matches, false),
    ];

    private RowFilter(IReadOnlyList<FilterTerm> terms) => Terms = terms;

    /// <summary>The conditions.</summary>
    public IReadOnlyList<FilterTerm> Terms { get; }

    /// <summary>Reads a filter; null when there is none.</summary>
    /// <exception cref="ApiException">400: it cannot be read.</exception>
    public static RowFilter? Parse(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        return text.Length <= MostCharacters
            ? new RowFilter([.. Words(text).Select(ReadTerm)])
            : throw ApiErrors.BadRequest($"the filter has more than {MostCharacters} characters");
    }

    private static FilterTerm ReadTerm(string word)
    {
        var isNegated = word.Length > 1 && word[0] == '-';
        var rest = isNegated ? word[1..] : word;
        var end = ColumnEnd(rest);
        foreach (var (sign, comparison, isOpposite) in Operators)
        {
            if (end > 0 && rest.AsSpan(end).StartsWith(sign, StringComparison.Ordinal))
            {
                var term = new FilterTerm(rest[..end], comparison, Unquote(rest[(end + sign.Length)..]), isNegated != isOpposite);
                return term.IsPossible ? term : throw ApiErrors.BadRequest($"no number behind {rest[..end]}{sign} in the filter");
            }
        }

        return new FilterTerm(string.Empty, FilterOperator.Matches, Unquote(rest), isNegated);
    }

    private static int ColumnEnd(string word)
    {
        var end = 0;
        while (end < word.Length && (char.IsAsciiLetterOrDigit(word[end]) || word[end] is '_' or '.' or '-'))
        {
            end++;
        }

        return end;
    }

    // Spaces part words, but for those in quotes.
    private static List<string> Words(string text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        var isQuoted = false;
        foreach (var character in text)
        {
            isQuoted ^= character == '"';
            if (!char.IsWhiteSpace(character) || isQuoted)
            {
                word.Append(character);
            }
            else if (word.Length > 0)
            {
                words.Add(word.ToString());
                word.Clear();
            }
        }

        if (word.Length > 0)
        {
            words.Add(word.ToString());
        }

        return words;
    }

    private static string Unquote(string text) => text.Replace("\"", string.Empty, StringComparison.Ordinal);
}
