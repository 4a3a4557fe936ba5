using System.Text.RegularExpressions;
using AmqpBroker.Management.Api;
using AmqpBroker.Management.Tests.Harness;
using AmqpBroker.TestKit;

namespace AmqpBroker.Management.Tests.Api;

/// <summary>The list in docs/http-api.md of what is not there.</summary>
public sealed partial class AbsentEndpointTests
{
    [Test]
    public async Task What_the_list_names_answers_as_it_says()
    {
        await using var broker = await ManagedBroker.StartAsync();
        var rows = Rows();

        Assert.That(rows, Is.Not.Empty);
        foreach (var (method, path, status) in rows)
        {
            var answer = await broker.Api.SendAsync(new HttpMethod(method), path, method == "POST" ? "{}" : null);

            Assert.That((path, answer.Status), Is.EqualTo((path, status)));
            Assert.That(answer.Json["error"], Is.Not.Null);
        }
    }

    [Test]
    public void What_cannot_be_carried_out_is_on_the_list()
    {
        var listed = Rows().Where(static row => row.Status == 501).Select(static row => $"{row.Method} {row.Path}");

        var absent = ApiEndpoints.Collect().Where(static endpoint => endpoint.Summary.StartsWith("Answers 501", StringComparison.Ordinal));

        Assert.That(absent.Select(static endpoint => $"{endpoint.Method} {endpoint.Path.Replace("{", "", StringComparison.Ordinal).Replace("}", "", StringComparison.Ordinal)}"), Is.EquivalentTo(listed));
    }

    private static (string Method, string Path, int Status)[] Rows() =>
    [
        .. Row().Matches(File.ReadAllText(RepositoryRoot.Path("docs", "http-api.md"))).Select(static match => (
            match.Groups["method"].Value,
            match.Groups["path"].Value,
            int.Parse(match.Groups["status"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture))),
    ];

    [GeneratedRegex(@"^\| (?<method>[A-Z]+) \| `(?<path>[^`]+)` \| (?<status>\d+) \|", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Row();
}
