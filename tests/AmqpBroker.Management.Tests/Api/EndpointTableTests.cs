using AmqpBroker.Management.Api;
using AmqpBroker.Management.Tests.Harness;

namespace AmqpBroker.Management.Tests.Api;

public sealed class EndpointTableTests
{
    [Test]
    public void No_endpoint_is_there_twice() => Assert.That(ApiEndpoints.Collect().Select(static endpoint => (endpoint.Method, endpoint.Path)), Is.Unique);

    [Test]
    public async Task Every_path_is_served()
    {
        await using var broker = await ManagedBroker.StartAsync();
        foreach (var path in ApiEndpoints.Collect().GroupBy(static endpoint => endpoint.Path, StringComparer.Ordinal))
        {
            var answer = await broker.Api.SendAsync(HttpMethod.Options, path.Key.Replace('{', '_').Replace('}', '_'));

            Assert.That(answer.Header("allow"), Does.Contain(path.First().Method), path.Key);
        }
    }
}
