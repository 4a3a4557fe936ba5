using System.Text.Json.Nodes;
using AmqpBroker.Management.Tests.Harness;

namespace AmqpBroker.Management.Tests.Definitions;

/// <summary>Definitions on their way from a real RabbitMQ to here and to another real RabbitMQ.</summary>
[CancelAfter(300_000)]
[Parallelizable(ParallelScope.Self)]
public sealed class RoundTripTests
{
    private const string Everything = "everything.json";

    [Test]
    public async Task What_one_RabbitMQ_exports_means_the_same_here_and_in_another_RabbitMQ()
    {
        var starting = (Task.Run(RealRabbitMq.StartAsync), Task.Run(RealRabbitMq.StartAsync));
        await using var first = await starting.Item1;
        await using var second = await starting.Item2;
        await using var here = await ManagedBroker.StartAsync();
        var file = Read();
        await ImportAsync(first.Api, "/api/definitions", file);

        var exported = await ExportAsync(first.Api, "/api/definitions");
        await ImportAsync(here.Api, "/api/definitions", exported);
        var exportedHere = await ExportAsync(here.Api, "/api/definitions");
        await ImportAsync(second.Api, "/api/definitions", exportedHere);
        var exportedAgain = await ExportAsync(second.Api, "/api/definitions");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Meaning.Lost(file, exported), Is.Empty, "in the first RabbitMQ");
            Assert.That(Meaning.Of(exportedHere), Is.EquivalentTo(Meaning.Of(exported)), "here");
            Assert.That(Meaning.Of(exportedAgain), Is.EquivalentTo(Meaning.Of(exportedHere)), "in the other RabbitMQ");
        }

        await TakeOneVirtualHostAlongAsync(first.Api, here.Api, second.Api);
    }

    private static async Task TakeOneVirtualHostAlongAsync(ApiClient first, ApiClient here, ApiClient second)
    {
        foreach (var api in new[] { here, second })
        {
            await api.PutAsync("/api/vhosts/copy", "{}");
        }

        var exported = await ExportAsync(first, "/api/definitions/shop");
        await ImportAsync(here, "/api/definitions/copy", exported);
        var exportedHere = await ExportAsync(here, "/api/definitions/copy");
        await ImportAsync(second, "/api/definitions/copy", exportedHere);
        var exportedAgain = await ExportAsync(second, "/api/definitions/copy");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(OfOne(exported), Has.Count.GreaterThan(20));
            Assert.That(OfOne(exportedHere), Is.EquivalentTo(OfOne(exported)), "the virtual host, here");
            Assert.That(OfOne(exportedAgain), Is.EquivalentTo(OfOne(exportedHere)), "the virtual host, in the other RabbitMQ");
        }
    }

    // Policies and parameters name the virtual host they were in.
    private static IReadOnlyList<string> OfOne(JsonNode file) =>
        [.. Meaning.Of(file).Select(static line => line.Replace("\"vhost\":\"shop\"", "\"vhost\":\"copy\"", StringComparison.Ordinal))];

    private static JsonNode Read()
    {
        using var stream = typeof(RoundTripTests).Assembly.GetManifestResourceStream(Everything)!; // embedded in this assembly
        return JsonNode.Parse(stream)!;
    }

    private static async Task ImportAsync(ApiClient api, string path, JsonNode file)
    {
        var answer = await api.PostAsync(path, file.ToJsonString());
        Assert.That((answer.Status, answer.Text), Is.EqualTo((204, string.Empty)));
    }

    private static async Task<JsonNode> ExportAsync(ApiClient api, string path)
    {
        var answer = await api.GetAsync(path);
        Assert.That(answer.Status, Is.EqualTo(200));
        return answer.Json;
    }
}
