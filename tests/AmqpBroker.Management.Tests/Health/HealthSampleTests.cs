using System.Globalization;
using System.Text.Json.Nodes;
using AmqpBroker.Core;
using AmqpBroker.Management.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;

namespace AmqpBroker.Management.Tests.Health;

/// <summary>The same questions put to RabbitMQ 3.10.8 and to this broker have the same answers, but for names of nodes and lists of ports.</summary>
public sealed class HealthSampleTests
{
    [TestCase("health-checks-ok.json")]
    [TestCase("health-checks-failing.json")]
    [TestCase("health-checks-alarm.json")]
    public async Task Every_recorded_answer_is_given(string sample)
    {
        await using var broker = sample == "health-checks-alarm.json" ? await LowMemory.StartBrokerAsync() : await ManagedBroker.StartAsync();

        using (Assert.EnterMultipleScope())
        {
            foreach (var record in Read(sample, broker))
            {
                var answer = await broker.Api.GetAsync(record["request"]!["path"]!.GetValue<string>()); // not null: recorded
                var expected = record["body"]!.DeepClone(); // not null: recorded
                Assert.That(answer.Status, Is.EqualTo(record["status"]!.GetValue<int>()), record["request"]!.ToJsonString()); // not null: recorded
                Assert.That(JsonNode.DeepEquals(Comparable(answer.Json), Comparable(expected)), Is.True, $"{record["request"]}: {answer.Text}");
            }
        }
    }

    /// <summary>Which other ports are open is each broker's own.</summary>
    private static JsonNode Comparable(JsonNode body)
    {
        foreach (var list in (ReadOnlySpan<string>)["ports", "protocols"])
        {
            if (body[list] is JsonArray { Count: > 0 } values)
            {
                body[list] = values[0]!.GetValueKind().ToString(); // not null: numbers or texts
            }
        }

        return body;
    }

    private static IEnumerable<JsonNode> Read(string sample, ManagedBroker broker)
    {
        using var stream = typeof(HealthSampleTests).Assembly.GetManifestResourceStream(sample) ?? throw new FileNotFoundException(sample);
        using var reader = new StreamReader(stream);
        var text = reader.ReadToEnd()
            .Replace("rabbit@localhost", broker.Services.GetRequiredService<BrokerIdentity>().NodeName, StringComparison.Ordinal)
            .Replace("aliveness-test/shop", "aliveness-test/%2F", StringComparison.Ordinal)
            .Replace("port-listener/5672", string.Create(CultureInfo.InvariantCulture, $"port-listener/{broker.AmqpPort}"), StringComparison.Ordinal)
            .Replace("\"port\": 5672", string.Create(CultureInfo.InvariantCulture, $"\"port\": {broker.AmqpPort}"), StringComparison.Ordinal);
        return [.. JsonNode.Parse(text)!.AsArray().OfType<JsonNode>()]; // not null: a list
    }
}
