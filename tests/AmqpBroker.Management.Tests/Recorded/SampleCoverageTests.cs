using System.Text.RegularExpressions;
using AmqpBroker.TestKit;

namespace AmqpBroker.Management.Tests.Recorded;

/// <summary>No recorded answer lies about unused.</summary>
public sealed partial class SampleCoverageTests
{
    private static readonly Dictionary<string, string> WithoutMeaningHere = new(StringComparer.Ordinal)
    {
        ["extensions"] = "scripts of plug-ins for RabbitMQ's pages: there are no plug-ins, and the list is empty",
        ["node-binary"] = "what Erlang's machine keeps large binaries for",
        ["queue-fresh-no-stats-yet"] = "RabbitMQ shows less in a queue's first seconds; here everything is there at once",
        ["queue-stream"] = "there are no streams",
        ["shapes-4x"] = "answers of version 4 without a common shape; the health checks among them are tested by themselves",
        ["shovels"] = "there are no shovels",
    };

    [Test]
    public void Every_recorded_answer_is_compared_or_has_no_meaning_here()
    {
        var folder = RepositoryRoot.Path("tests", "AmqpBroker.Management.Tests");
        var samples = Directory.GetFiles(Path.Combine(folder, "Samples"), "*.json").Select(static file => Path.GetFileNameWithoutExtension(file)!);
        var named = Directory.GetFiles(folder, "*Tests.cs", SearchOption.AllDirectories)
            .Where(static file => Path.GetFileName(file) != $"{nameof(SampleCoverageTests)}.cs")
            .SelectMany(static file => Quoted().Matches(File.ReadAllText(file)).Select(static match => match.Groups["text"].Value))
            .ToHashSet(StringComparer.Ordinal);

        var unused = samples.Where(sample => !named.Contains(sample) && !named.Contains($"{sample}.json") && !WithoutMeaningHere.ContainsKey(sample));

        Assert.That(unused, Is.Empty);
    }

    [Test]
    public void What_has_no_meaning_here_is_recorded_all_the_same() => Assert.That(
        WithoutMeaningHere.Keys.Where(static sample => !File.Exists(RepositoryRoot.Path("tests", "AmqpBroker.Management.Tests", "Samples", $"{sample}.json"))), Is.Empty);

    [GeneratedRegex("\"(?<text>[a-z0-9.-]+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Quoted();
}
