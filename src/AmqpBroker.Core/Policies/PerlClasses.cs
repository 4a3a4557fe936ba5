using System.Text;

namespace AmqpBroker.Core.Policies;

/// <summary>Rewrites the character classes of Perl's regular expressions that .NET's would read as something else, such as <c>[[:alpha:]]</c>.</summary>
internal static class PerlClasses
{
    private static readonly (string Perl, string Members)[] Classes =
    [
        ("[:alpha:]", "a-zA-Z"),
        ("[:digit:]", "0-9"),
        ("[:alnum:]", "a-zA-Z0-9"),
        ("[:upper:]", "A-Z"),
        ("[:lower:]", "a-z"),
        ("[:space:]", @"\s"),
        ("[:blank:]", @" \t"),
        ("[:word:]", @"\w"),
        ("[:xdigit:]", "0-9a-fA-F"),
        ("[:punct:]", @"!-/:-@\[-`{-~"),
        ("[:cntrl:]", @"\x00-\x1F\x7F"),
        ("[:print:]", @"\x20-\x7E"),
        ("[:graph:]", @"\x21-\x7E"),
    ];

    public static string Translate(string pattern)
    {
        if (!pattern.Contains("[:", StringComparison.Ordinal))
        {
            return pattern;
        }

        var text = new StringBuilder(pattern);
        foreach (var (perl, members) in Classes)
        {
            text.Replace(perl, members);
        }

        return text.ToString();
    }
}
