using System.Text.RegularExpressions;

namespace AmqpBroker.Management.Json;

/// <summary>Picks names that hold a text or match a regular expression, whatever their case. One request's; not shared.</summary>
internal sealed class NameFilter
{
    private const int MostCharacters = 1024;
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(100);

    private readonly string _text;
    private readonly Regex? _regex;

    private NameFilter(string text, Regex? regex) => (_text, _regex) = (text, regex);

    /// <summary>Reads a filter; null when it is no regular expression although it should be one.</summary>
    public static NameFilter? Parse(string? text, bool isRegex)
    {
        text ??= string.Empty;
        if (!isRegex || text.Length == 0)
        {
            return new NameFilter(text, null);
        }

        if (text.Length > MostCharacters)
        {
            return null;
        }

        try
        {
            return new NameFilter(text, ToRegex(text));
        }
        catch (RegexParseException)
        {
            return null;
        }
    }

    public bool IsMatch(string name)
    {
        if (_regex is null)
        {
            return name.Contains(_text, StringComparison.OrdinalIgnoreCase);
        }

        try
        {
            return _regex.IsMatch(name);
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }

    // In linear time wherever that can be done; lookarounds and backreferences get a limit.
    private static Regex ToRegex(string text)
    {
        try
        {
            return new Regex(text, Options | RegexOptions.NonBacktracking, Patience);
        }
        catch (NotSupportedException)
        {
            return new Regex(text, Options, Patience);
        }
    }
}
