using System.Text.RegularExpressions;

namespace AmqpBroker.Configuration.RabbitMq;

/// <summary>
/// Reads lines of <c>key = value</c>. A <c>#</c> begins a comment wherever it stands, also within a value, as in RabbitMQ; a value
/// in single quotes may hold one, as in its newer versions.
/// </summary>
internal static partial class ConfParser
{
    private static readonly string[] LineBreaks = ["\r\n", "\n"];

    /// <summary>Everything the text says, in its order, and what is wrong with it.</summary>
    public static IEnumerable<ConfEntry> Parse(string file, string text, List<string> mistakes)
    {
        var number = 0;
        foreach (var line in text.Split(LineBreaks, StringSplitOptions.None))
        {
            number++;
            var content = line.Trim();
            if (content.Length == 0 || content[0] == '#')
            {
                continue;
            }

            var match = EntryPattern.Match(content);
            if (match.Success)
            {
                var value = match.Groups["quoted"] is { Success: true, Value: var quoted } ? quoted : match.Groups["value"].Value;
                yield return new(file, number, match.Groups["key"].Value, value);
            }
            else
            {
                mistakes.Add($"{file}:{number}: this is not key = value");
            }
        }
    }

    [GeneratedRegex(
        """^(?<key>(\\.|[A-Za-z0-9_-])+(\.(\\.|[^\s=.#\\])+)*)\s*=\s*('(?<quoted>[^']*)'|(?<value>[^#]*[^#\s]))\s*(\#.*)?$""",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex EntryPattern { get; }
}
