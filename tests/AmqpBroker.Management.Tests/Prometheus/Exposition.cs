using System.Globalization;
using System.Text.RegularExpressions;

namespace AmqpBroker.Management.Tests.Prometheus;

/// <summary>Reads Prometheus' text format strictly: what is not as it must be is an error.</summary>
internal sealed partial class Exposition
{
    private readonly Dictionary<string, string> _types = new(StringComparer.Ordinal);
    private readonly Dictionary<string, double> _samples = new(StringComparer.Ordinal);

    private Exposition()
    {
    }

    /// <summary>The type of each family.</summary>
    public IReadOnlyDictionary<string, string> Types => _types;

    /// <summary>The samples, by name and labels as written.</summary>
    public IReadOnlyDictionary<string, double> Samples => _samples;

    public static Exposition Parse(string text)
    {
        var exposition = new Exposition();
        var family = "";
        Assert.That(text, Does.EndWith("\n"));
        foreach (var line in text[..^1].Split('\n'))
        {
            if (TypeLine().Match(line) is { Success: true } type)
            {
                family = type.Groups["name"].Value;
                exposition._types.Add(family, type.Groups["type"].Value);
            }
            else if (!line.StartsWith("# HELP " + family + " ", StringComparison.Ordinal))
            {
                var sample = SampleLine().Match(line);
                Assert.That(sample.Success, Is.True, line);
                Assert.That(sample.Groups["name"].Value, Is.EqualTo(family), "samples of a family stand together");
                exposition._samples.Add(
                    sample.Groups["name"].Value + sample.Groups["labels"].Value, double.Parse(sample.Groups["value"].Value, CultureInfo.InvariantCulture));
            }
        }

        return exposition;
    }

    [GeneratedRegex("^# TYPE (?<name>[a-z_:][a-z0-9_:]*) (?<type>counter|gauge|untyped)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TypeLine();

    [GeneratedRegex("""^(?<name>[a-z_:][a-z0-9_:]*)(?<labels>\{[a-z_]+="(?:[^"\\]|\\[\\n"])*"(?:,[a-z_]+="(?:[^"\\]|\\[\\n"])*")*\})? (?<value>NaN|[-+]?[0-9.]+(?:[eE][-+]?[0-9]+)?)$""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SampleLine();
}
