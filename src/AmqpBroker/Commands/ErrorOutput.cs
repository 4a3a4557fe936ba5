using System.Text.RegularExpressions;

namespace AmqpBroker.Commands;

/// <summary>Tells the operator what went wrong, one line each on the error output.</summary>
internal static partial class ErrorOutput
{
    /// <summary>Line breaks within a message, of which some are not our own, with the white space around them.</summary>
    [GeneratedRegex(@"\s*[\r\n]\s*", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LineBreaks { get; }

    public static void Write(string line) => Console.Error.WriteLine("amqpbroker: " + LineBreaks.Replace(line.Trim(), " "));

    public static void Write(IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            Write(line);
        }
    }
}
