using System.Text.Json.Nodes;
using AmqpBroker.Management.Api;
using AmqpBroker.Management.Tests.Harness;

namespace AmqpBroker.Management.Tests.OpenApi;

[CancelAfter(60_000)]
public sealed class OpenApiTests
{
    // This description itself, what is always an empty list, and what is not there.
    private static readonly string[] Undescribed = ["/api/openapi.json", "/api/extensions"];

    private ManagedBroker _broker = null!; // made before each test

    [SetUp]
    public async Task StartAsync() => _broker = await ManagedBroker.StartAsync();

    [TearDown]
    public ValueTask StopAsync() => _broker.DisposeAsync();

    [Test]
    public async Task The_description_is_for_everyone_and_names_exactly_what_is_there()
    {
        using var anyone = new ApiClient(_broker.Uri);

        var answer = await anyone.GetAsync("/api/openapi.json");

        Assert.That(answer.Status, Is.EqualTo(200));
        var described = answer.Json["paths"]!.AsObject()
            .SelectMany(path => path.Value!.AsObject().Where(member => member.Key != "parameters").Select(method => $"{method.Key.ToUpperInvariant()} {path.Key}"));
        Assert.That(described, Is.EquivalentTo(ApiEndpoints.Collect().Select(endpoint => $"{endpoint.Method} {endpoint.Path}")));
    }

    [TestCase("/api")]
    [TestCase("/api/")]
    public async Task The_root_of_the_API_leads_to_a_page_that_lists_it(string root)
    {
        using var anyone = new ApiClient(_broker.Uri);

        var answer = await anyone.GetAsync(root);
        var page = await anyone.GetAsync("/api/index.html");

        using (Assert.EnterMultipleScope())
        {
            Assert.That((answer.Status, answer.Header("location")), Is.EqualTo((301, "/api/index.html")), "as RabbitMQ");
            Assert.That(page.Header("content-type"), Is.EqualTo("text/html; charset=utf-8"));
            foreach (var endpoint in ApiEndpoints.Collect())
            {
                Assert.That(page.Text, Does.Contain($"<td>{endpoint.Method}</td><td><code>{endpoint.Path}</code>"));
            }
        }
    }

    [Test]
    public async Task Every_variable_of_a_path_is_a_parameter()
    {
        var document = (await _broker.Api.GetAsync("/api/openapi.json")).Json;

        foreach (var (path, item) in document["paths"]!.AsObject())
        {
            var parameters = item!["parameters"]?.AsArray().Select(parameter => (string)parameter!["name"]!).ToArray() ?? [];
            Assert.That(parameters, Is.EqualTo(path.Split('/').Where(segment => segment.StartsWith('{')).Select(segment => segment.Trim('{', '}'))), path);
        }
    }

    [Test]
    public async Task Every_operation_has_a_name_of_its_own_and_a_summary_and_every_reference_leads_somewhere()
    {
        var document = (await _broker.Api.GetAsync("/api/openapi.json")).Json;
        var operations = document["paths"]!.AsObject()
            .SelectMany(path => path.Value!.AsObject().Where(member => member.Key != "parameters").Select(member => member.Value!))
            .ToArray();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(operations.Select(operation => (string)operation["operationId"]!), Is.Unique);
            Assert.That(operations.Select(operation => (string)operation["summary"]!), Has.All.Not.Empty);
            foreach (var reference in References(document))
            {
                Assert.That(Find(document, reference), Is.Not.Null, reference);
            }
        }
    }

    [Test]
    public async Task Every_answer_in_JSON_is_described()
    {
        var document = (await _broker.Api.GetAsync("/api/openapi.json")).Json;
        var undescribed = ApiEndpoints.Collect()
            .Where(endpoint => endpoint is { Method: "GET", MediaType: null } && !Undescribed.Contains(endpoint.Path))
            .Where(endpoint => document["paths"]![endpoint.Path]!["get"]!["responses"]!["200"]!["content"]!["application/json"]!["schema"] is null)
            .Select(endpoint => endpoint.Path);

        Assert.That(undescribed, Is.Empty);
    }

    private static IEnumerable<string> References(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(member => member.Key == "$ref" ? [(string)member.Value!] : References(member.Value)),
        JsonArray items => items.SelectMany(References),
        _ => [],
    };

    private static JsonNode? Find(JsonNode document, string reference) =>
        reference.TrimStart('#', '/').Split('/').Aggregate((JsonNode?)document, (node, name) => node?[name]);
}
