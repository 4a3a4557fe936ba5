using System.Text.Json.Nodes;
using AmqpBroker.Management.Tests.Harness;

namespace AmqpBroker.Management.Tests.Definitions;

[CancelAfter(60_000)]
public sealed class PreviewTests
{
    private ManagedBroker _broker = null!; // made before each test

    [SetUp]
    public async Task StartAsync() => _broker = await ManagedBroker.StartAsync();

    [TearDown]
    public ValueTask StopAsync() => _broker.DisposeAsync();

    [Test]
    public async Task What_was_exported_changes_nothing()
    {
        await _broker.Api.PutAsync("/api/queues/%2F/q", """{"durable":true,"arguments":{"x-max-length":5}}""");
        await _broker.Api.PutAsync("/api/exchanges/%2F/x", """{"type":"topic","durable":true}""");
        await _broker.Api.PostAsync("/api/bindings/%2F/e/x/q/q", """{"routing_key":"k","arguments":{"b":1,"a":"x"}}""");
        await _broker.Api.PutAsync("/api/policies/%2F/p", """{"pattern":"^q","definition":{"max-length":7},"priority":1,"apply-to":"queues"}""");
        await _broker.Api.PutAsync("/api/operator-policies/%2F/o", """{"pattern":"^q","definition":{"max-length":9},"priority":1,"apply-to":"queues"}""");
        await _broker.Api.PutAsync("/api/vhost-limits/%2F/max-queues", """{"value":10}""");
        await _broker.Api.PutAsync("/api/topic-permissions/%2F/guest", """{"exchange":"x","write":"a","read":"b"}""");
        var exported = await _broker.Api.GetAsync("/api/definitions");

        var preview = await PreviewAsync(exported.Text);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(preview["added"]!.AsArray(), Is.Empty);
            Assert.That(preview["changed"]!.AsArray(), Is.Empty);
            Assert.That(preview["kept"]!.AsArray(), Is.Empty);
            Assert.That((int)preview["unchanged"]!, Is.EqualTo(exported.Json.AsObject().Sum(static section => section.Value is JsonArray items ? items.Count : 0)));
        }
    }

    [Test]
    public async Task What_would_be_added_changed_kept_and_left_out_is_told_and_nothing_happens()
    {
        await _broker.Api.PutAsync("/api/queues/%2F/there", """{"durable":true}""");
        await _broker.Api.PutAsync("/api/policies/%2F/p", """{"pattern":"^a","definition":{"max-length":7}}""");
        var before = (await _broker.Api.GetAsync("/api/definitions")).Text;

        var preview = await PreviewAsync("""
            {"vhosts":[{"name":"new"}],
             "queues":[{"name":"q","vhost":"new","durable":true},{"name":"there","vhost":"/","durable":true,"arguments":{"x-max-length":1}}],
             "policies":[{"name":"p","vhost":"/","pattern":"^b","definition":{"max-length":7}}],
             "bindings":[{"source":"amq.topic","vhost":"/","destination":"gone","destination_type":"queue","routing_key":"k"},
                         {"source":"amq.topic","vhost":"/","destination":"there","destination_type":"queue","routing_key":"k"}]}
            """);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Names(preview["added"]!), Is.EqualTo(new[] { "vhost new new", "queue new q", "binding / amq.topic -> there" }));
            Assert.That(Names(preview["changed"]!), Is.EqualTo(new[] { "policy / p" }));
            Assert.That((preview["changed"]![0]!["from"]!["pattern"]!.ToString(), preview["changed"]![0]!["to"]!["pattern"]!.ToString()), Is.EqualTo(("^a", "^b")));
            Assert.That(Names(preview["kept"]!), Is.EqualTo(new[] { "queue / there" }));
            Assert.That(((int)preview["unchanged"]!, (int)preview["left_out"]!), Is.EqualTo((0, 1)));
            Assert.That((await _broker.Api.GetAsync("/api/definitions")).Text, Is.EqualTo(before));
            Assert.That((await _broker.Api.GetAsync("/api/audit")).Text, Does.Not.Contain("definitions"));
        }
    }

    [Test]
    public async Task What_could_not_be_imported_is_refused_alike()
    {
        const string definitions = """{"queues":[{"name":"q","vhost":"/","durable":true,"arguments":{"x-max-length":"x"}}]}""";

        var preview = await _broker.Api.PostAsync("/api/definitions?dry_run=true", definitions);
        var import = await _broker.Api.PostAsync("/api/definitions", definitions);

        Assert.That((preview.Status, preview.Reason), Is.EqualTo((400, import.Reason)));
    }

    [Test]
    public async Task Definitions_of_one_virtual_host_are_previewed_there()
    {
        var answer = await _broker.Api.PostAsync("/api/definitions/%2F?dry_run=true", """{"queues":[{"name":"q"}]}""");

        Assert.That((answer.Status, string.Join(',', Names(answer.Json["added"]!))), Is.EqualTo((200, "queue / q")));
    }

    private async Task<JsonNode> PreviewAsync(string definitions)
    {
        var answer = await _broker.Api.PostAsync("/api/definitions?dry_run=true", definitions);
        Assert.That(answer.Status, Is.EqualTo(200), answer.Text);
        return answer.Json;
    }

    private static IEnumerable<string> Names(JsonNode list) => list.AsArray().Select(item => $"{item!["kind"]} {item["vhost"]} {item["name"]}");
}
