using System.Text.RegularExpressions;

namespace AmqpBroker.ConformanceTests.Target;

/// <summary>The rules that the broker does not keep yet, from <c>pending.txt</c>: one pattern a line, # begins a comment.</summary>
internal static class PendingList
{
    private static readonly string[] Patterns =
    [
        .. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "pending.txt"))
            .Select(line => line.Split('#')[0].Trim())
            .Where(line => line.Length > 0),
    ];

    private static readonly Regex Any = new(
        $"^({string.Join('|', Patterns.Select(pattern => Regex.Escape(pattern).Replace("\\*", ".*", StringComparison.Ordinal)))})$",
        RegexOptions.ExplicitCapture,
        TimeSpan.FromSeconds(5));

    /// <summary>Whether a test, named Fixture.Test, is on the list.</summary>
    public static bool Contains(string test) => Patterns.Length > 0 && Any.IsMatch(test);
}
