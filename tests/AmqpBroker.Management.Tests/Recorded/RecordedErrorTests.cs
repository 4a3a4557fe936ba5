using System.Text.Json.Nodes;
using AmqpBroker.Core;
using AmqpBroker.Core.Users;
using AmqpBroker.Management.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;

namespace AmqpBroker.Management.Tests.Recorded;

/// <summary>Requests of all kinds, most of them wrong, have the status, the headers and the body they had.</summary>
[CancelAfter(60_000)]
public sealed class RecordedErrorTests
{
    private ManagedBroker _broker = null!; // set before each test

    [SetUp]
    public async Task StartAsync()
    {
        _broker = await ManagedBroker.StartAsync();
        await _broker.Broker.Users.PutAsync(new User("untagged", PasswordAlgorithms.Hash("secret"u8, PasswordHashing.Sha256), []));
        await _broker.Api.PutAsync("/api/vhosts/shop", "{}");
        await _broker.Api.PutAsync("/api/permissions/shop/guest", """{"configure":".*","write":".*","read":".*"}""");
        await _broker.Api.PutAsync("/api/exchanges/shop/shop.events", """{"type":"topic","durable":true}""");
        await _broker.Api.PutAsync("/api/queues/shop/shop.dead", """{"durable":true}""");
        await _broker.Api.PutAsync("/api/queues/shop/shop.orders", """{"durable":true}""");
        for (var number = 2; number < 11; number++)
        {
            await _broker.Api.PutAsync($"/api/queues/shop/q{number}", "{}");
        }
    }

    [TearDown]
    public ValueTask StopAsync() => _broker.DisposeAsync();

    [Test]
    public async Task Every_recorded_answer_is_given()
    {
        var records = Sample.Read("misc-responses").AsArray();

        using (Assert.EnterMultipleScope())
        {
            for (var index = 0; index < records.Count; index++)
            {
                await CompareAsync(records[index]!); // none is null
            }
        }
    }

    private async Task CompareAsync(JsonNode record)
    {
        var (request, status, body) = (record["request"]!, (int)record["status"]!, record["body"]!); // each has them
        using var caller = CallerOf(record);
        var path = ((string)request["path"]!).Replace("rabbit@localhost", _broker.Services.GetRequiredService<BrokerIdentity>().NodeName, StringComparison.Ordinal);
        var content = request["body"] is JsonValue text && text.TryGetValue(out string? raw) ? raw : request["body"]?.ToJsonString();

        var answer = await (caller ?? _broker.Api).SendAsync(new HttpMethod((string)request["method"]!), path, content);

        Assert.That(answer.Status, Is.EqualTo(status), path);
        foreach (var (name, value) in record["headers"]?.AsObject() ?? [])
        {
            Assert.That(answer.Header(name), Is.EqualTo((string?)value), $"{path}: {name}");
        }

        if (body is JsonArray)
        {
            Sample.AssertShape(answer.Json, body);
        }
        else
        {
            // An unknown type that Erlang knows as a word of its own is invalid to RabbitMQ; any other is unknown, as it is here.
            Assert.That(answer.Text, Is.EqualTo(Text(body).Replace("invalid exchange type", "unknown exchange type", StringComparison.Ordinal)), path);
        }
    }

    private static string Text(JsonNode body) => body is JsonValue text ? (string)text! : body.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    // The records do not say who asked.
    private ApiClient? CallerOf(JsonNode record) => ((int)record["status"]!, record["headers"]?["www-authenticate"], (string?)(record["body"] as JsonObject)?["reason"]) switch
    {
        (401, { }, null) => new ApiClient(_broker.Uri),
        (401, { }, _) => new ApiClient(_broker.Uri, "guest", "wrong"),
        (401, null, "Not management user") => new ApiClient(_broker.Uri, "untagged", "secret"),
        _ => null,
    };
}
