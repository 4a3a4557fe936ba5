using AmqpBroker.Management.Api;
using AmqpBroker.Management.Tests.Harness;

namespace AmqpBroker.Management.Tests.Api;

public sealed class OpenApiTests
{
    private ManagedBroker _broker = null!; // set before each test

    [SetUp]
    public async Task StartAsync() => _broker = await ManagedBroker.StartAsync();

    [TearDown]
    public ValueTask StopAsync() => _broker.DisposeAsync();

    [Test]
    public async Task Every_endpoint_is_described_and_nothing_else()
    {
        var description = (await _broker.Api.GetAsync("/api/openapi.json")).Json;

        var described = description["paths"]!.AsObject().SelectMany(static path => path.Value!.AsObject()
            .Where(static member => member.Key != "parameters")
            .Select(method => $"{method.Key.ToUpperInvariant()} {path.Key}"));
        Assert.That(described, Is.EquivalentTo(ApiEndpoints.Collect().Select(static endpoint => $"{endpoint.Method} {endpoint.Path}")));
    }

    [Test]
    public async Task Whoever_may_call_anything_may_read_it()
    {
        using var stranger = new ApiClient(_broker.Uri);

        Assert.That((await stranger.GetAsync("/api/openapi.json")).Status, Is.EqualTo(200));
    }

    [Test]
    public void No_endpoint_is_there_twice() => Assert.That(ApiEndpoints.Collect().Select(static endpoint => (endpoint.Method, endpoint.Path)), Is.Unique);

    [Test]
    public async Task Every_path_is_served()
    {
        foreach (var path in ApiEndpoints.Collect().GroupBy(static endpoint => endpoint.Path, StringComparer.Ordinal))
        {
            var answer = await _broker.Api.SendAsync(HttpMethod.Options, path.Key.Replace('{', '_').Replace('}', '_'));

            Assert.That(answer.Header("allow"), Does.Contain(path.First().Method), path.Key);
        }
    }
}
