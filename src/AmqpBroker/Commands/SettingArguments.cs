using System.Text.RegularExpressions;

namespace AmqpBroker.Commands;

/// <summary>Splits <c>--Section:Key=value</c> and <c>--Section:Key value</c> from the rest of a command line.
/// The parser of the other options would cut such a name at its colon.</summary>
internal sealed partial class SettingArguments
{
    private SettingArguments(
        IReadOnlyList<KeyValuePair<string, string?>> settings,
        IReadOnlyList<string> others,
        IReadOnlyList<string> withoutValue)
    {
        Settings = settings;
        Others = others;
        WithoutValue = withoutValue;
    }

    /// <summary>Configuration keys with their values, in the order given: the last of a key counts.</summary>
    public IReadOnlyList<KeyValuePair<string, string?>> Settings { get; }

    public IReadOnlyList<string> Others { get; }

    /// <summary>Settings at the very end of the line, or followed by another option, whose value is missing.</summary>
    public IReadOnlyList<string> WithoutValue { get; }

    public static SettingArguments Split(IReadOnlyList<string> arguments)
    {
        List<KeyValuePair<string, string?>> settings = [];
        List<string> others = [];
        List<string> withoutValue = [];
        for (var i = 0; i < arguments.Count; i++)
        {
            var match = SettingPattern.Match(arguments[i]);
            if (!match.Success)
            {
                others.Add(arguments[i]);
            }
            else if (match.Groups["value"] is { Success: true, Value: var value })
            {
                settings.Add(new(match.Groups["key"].Value, value));
            }
            else if (i + 1 < arguments.Count && !arguments[i + 1].StartsWith("--", StringComparison.Ordinal))
            {
                settings.Add(new(match.Groups["key"].Value, arguments[++i]));
            }
            else
            {
                withoutValue.Add(arguments[i]);
            }
        }

        return new(settings, others, withoutValue);
    }

    [GeneratedRegex("^--(?<key>[A-Za-z]+:[^=]+)(=(?<value>.*))?$", RegexOptions.ExplicitCapture | RegexOptions.Singleline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SettingPattern { get; }
}
