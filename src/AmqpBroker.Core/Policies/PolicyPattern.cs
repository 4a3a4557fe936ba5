using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace AmqpBroker.Core.Policies;

/// <summary>The regular expression of a policy. Any thread.</summary>
/// <remarks>
/// Matched without backtracking wherever that can be done, so in time linear in the name. What needs backtracking (lookarounds,
/// backreferences) gets a fraction of a second once, and matches nothing any more when it takes longer: PCRE, which RabbitMQ uses, gives up
/// on such expressions too.
/// </remarks>
internal sealed class PolicyPattern
{
    private const int MostCharacters = 65_535;
    private const RegexOptions Options = RegexOptions.CultureInvariant;

    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(250);

    private readonly Regex _regex;
    private volatile bool _isTooSlow;

    private PolicyPattern(Regex regex) => _regex = regex;

    /// <summary>Reads an expression.</summary>
    /// <param name="text">The expression.</param>
    /// <param name="pattern">It, when it is one.</param>
    /// <param name="flaw">Otherwise why not, as an Erlang term.</param>
    public static bool TryParse(string text, [NotNullWhen(true)] out PolicyPattern? pattern, [NotNullWhen(false)] out string? flaw)
    {
        pattern = null;
        flaw = null;
        if (text.Length > MostCharacters)
        {
            flaw = Term("regular expression is too large", 0);
            return false;
        }

        var translated = PerlClasses.Translate(text);
        try
        {
            pattern = new PolicyPattern(new Regex(translated, Options | RegexOptions.NonBacktracking, Patience));
        }
        catch (RegexParseException exception)
        {
            flaw = Describe(exception, text);
        }
        catch (NotSupportedException)
        {
            pattern = new PolicyPattern(new Regex(translated, Options, Patience));
        }

        return pattern is not null;
    }

    /// <summary>Whether a name holds a match.</summary>
    public bool IsMatch(string name)
    {
        if (_isTooSlow)
        {
            return false;
        }

        try
        {
            return _regex.IsMatch(name);
        }
        catch (RegexMatchTimeoutException)
        {
            _isTooSlow = true;
            return false;
        }
    }

    private static string Describe(RegexParseException exception, string text)
    {
        var end = Encoding.UTF8.GetByteCount(text);
        return exception.Error switch
        {
            RegexParseError.InsufficientClosingParentheses => Term("missing )", end),
            RegexParseError.InsufficientOpeningParentheses => Term("unmatched parentheses", exception.Offset - 1),
            RegexParseError.UnterminatedBracket => Term("missing terminating ] for character class", end),
            RegexParseError.UnescapedEndingBackslash => Term("\\\\ at end of pattern", end),
            RegexParseError.QuantifierAfterNothing => Term("nothing to repeat", exception.Offset - 1),
            _ => Term(exception.Error.ToString(), exception.Offset),
        };
    }

    // An Erlang pair, broken behind its comma where RabbitMQ's printer does.
    private static string Term(string problem, int offset)
    {
        const int column = 53;
        const int lineLength = 78;
        var first = $"{{\"{problem}\",";
        var second = string.Create(CultureInfo.InvariantCulture, $"{offset}}}");
        return column + first.Length + second.Length > lineLength ? $"{first}\n{new string(' ', column + 1)}{second}" : first + second;
    }
}
