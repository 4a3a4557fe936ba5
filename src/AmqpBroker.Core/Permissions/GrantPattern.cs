using AmqpBroker.Core.Policies;

namespace AmqpBroker.Core.Permissions;

/// <summary>A regular expression by which names are allowed. Any thread; never takes longer than a fraction of a second.</summary>
internal sealed class GrantPattern
{
    private const string Anything = ".*";

    private static readonly GrantPattern All = new(null, allowsAll: true);
    private static readonly GrantPattern OnlyEmpty = new(null, allowsAll: false);

    private readonly PolicyPattern? _pattern;
    private readonly bool _allowsAll;

    private GrantPattern(PolicyPattern? pattern, bool allowsAll)
    {
        _pattern = pattern;
        _allowsAll = allowsAll;
    }

    /// <summary>Reads an expression; the empty one matches the empty name alone.</summary>
    /// <param name="text">The expression.</param>
    /// <param name="flaw">Why it is none; null when it is.</param>
    public static GrantPattern? Parse(string text, out string? flaw)
    {
        flaw = null;
        return text switch
        {
            Anything => All,
            "" => OnlyEmpty,
            _ => PolicyPattern.TryParse(text, out var pattern, out flaw) ? new GrantPattern(pattern, allowsAll: false) : null,
        };
    }

    /// <summary>Reads an expression that was found valid; should it be none after all, it allows nothing.</summary>
    public static GrantPattern Of(string text) => Parse(text, out _) ?? OnlyEmpty;

    public bool Allows(string name) => _allowsAll || (_pattern is null ? name.Length == 0 : _pattern.IsMatch(name));
}
