using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace AmqpBroker.Management.Tests.Endpoints;

/// <summary>Every endpoint with wrong paths, queries and bodies: the answer is about the request, never about the broker's inside.</summary>
[CancelAfter(120_000)]
[Parallelizable(ParallelScope.Self)]
public sealed partial class WrongRequestTests
{
    private const int Limit = 100_000;

    private static readonly ApiCaller Guest = new("guest", "administrator", IsInside: true) { Password = "guest" };
    private static readonly IReadOnlyList<EndpointCall> Calls = EndpointCall.ReadAll();

    private static Shop? _shop;

    [OneTimeSetUp]
    public static async Task OpenAsync() => _shop = await Shop.OpenAsync(static options => options.MaxBodySize = Limit);

    [OneTimeTearDown]
    public static async Task CloseAsync()
    {
        if (_shop is not null)
        {
            await _shop.DisposeAsync();
        }
    }

    [TestCaseSource(nameof(Endpoints))]
    public async Task A_wrong_path_or_query_is_answered_without_an_error_of_the_server(string endpoint)
    {
        var call = Calls.Single(call => call.Endpoint == endpoint);
        var failures = new List<string>();
        foreach (var path in WrongRequests.Paths(call))
        {
            await TryAsync(call with { Path = path }, failures);
        }

        Assert.That(failures, Is.Empty);
    }

    [TestCaseSource(nameof(EndpointsWithBody))]
    public async Task A_wrong_body_is_answered_without_an_error_of_the_server(string endpoint)
    {
        var call = Calls.Single(call => call.Endpoint == endpoint);
        var failures = new List<string>();
        foreach (var body in WrongRequests.BodiesOf(call))
        {
            await TryAsync(call with { Body = body }, failures);
        }

        Assert.That(failures, Is.Empty);
    }

    [TestCaseSource(nameof(EndpointsWithBody))]
    public async Task A_body_beyond_the_limit_is_refused(string endpoint)
    {
        var call = Calls.Single(call => call.Endpoint == endpoint);

        var (status, body) = await _shop!.CallAsync(call with { Body = $$"""{"a":"{{new string('a', Limit)}}"}""" }, Guest);

        if (call.Status != 501 && IsRead(call))
        {
            Assert.That((status, body), Is.EqualTo((400, """{"error":"bad_request","reason":"Exceeded HTTP request body size limit"}""")));
        }
        else
        {
            Assert.That(status, Is.EqualTo(call.Status));
        }
    }

    private static async Task TryAsync(EndpointCall call, List<string> failures)
    {
        var (status, body) = await _shop!.CallAsync(call, Guest);
        var isFailedCheck = status == 503 && call.Path.StartsWith("/api/health/checks/", StringComparison.Ordinal);
        if (status != call.Status && !isFailedCheck && (status >= 500 || !IsOrderly(body)))
        {
            failures.Add($"{call.Method} {call.Path} {call.Body}: {status} {body}");
        }
    }

    // An error has its name and its reason, or nothing; and nothing of the broker's inside.
    private static bool IsOrderly(string? body)
    {
        if (string.IsNullOrEmpty(body))
        {
            return true;
        }

        try
        {
            return JsonNode.Parse(body) is JsonObject error && error.ContainsKey("error") && error.ContainsKey("reason") && !Inside().IsMatch(body);
        }
        catch (JsonException)
        {
            return false;
        }
    }

    // What does not say anything in a body does not read it.
    private static bool IsRead(EndpointCall call) => call.Body != "{}";

    private static IEnumerable<TestCaseData> Endpoints() => Calls.Select(static call => new TestCaseData(call.Endpoint));

    private static IEnumerable<TestCaseData> EndpointsWithBody() =>
        Calls.Where(static call => call.Method is "PUT" or "POST").Select(static call => new TestCaseData(call.Endpoint));

    [GeneratedRegex(@"\bat \w+\.|System\.|AmqpBroker\.|Exception|StackTrace", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Inside();
}
