using AmqpBroker.Core.Permissions;
using AmqpBroker.Core.Users;
using AmqpBroker.Management.Tests.Harness;

namespace AmqpBroker.Management.Tests.Resources;

[CancelAfter(60_000)]
public sealed class BrowseEndpointTests
{
    private const string Path = "/api/queues/%2F/q/messages";

    private ManagedBroker _broker = null!; // made before each test

    [SetUp]
    public async Task StartAsync()
    {
        _broker = await ManagedBroker.StartAsync();
        await _broker.Api.PutAsync("/api/queues/%2F/q", "{}");
    }

    [TearDown]
    public ValueTask StopAsync() => _broker.DisposeAsync();

    [Test]
    public async Task Messages_are_shown_as_get_shows_them_and_nothing_about_them_changes()
    {
        await PublishAsync("hello", """{"headers":{"kind":"a"},"expiration":"60000"}""");

        var first = (await _broker.Api.GetAsync(Path)).Json;
        var again = (await _broker.Api.GetAsync(Path)).Json;
        var got = (await _broker.Api.PostAsync("/api/queues/%2F/q/get", """{"count":1,"ackmode":"ack_requeue_false","encoding":"auto"}""")).Json[0]!;

        var item = first["items"]![0]!.AsObject();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(again.ToJsonString(), Is.EqualTo(first.ToJsonString()));
            Assert.That(((long)first["ready"]!, (string?)first["next"]), Is.EqualTo((1L, (string?)null)));
            foreach (var (name, value) in got.AsObject().Where(static member => member.Key != "message_count"))
            {
                Assert.That(item[name]?.ToJsonString(), Is.EqualTo(value!.ToJsonString()), name);
            }

            Assert.That((long)item["expires_at"]! - (long)item["enqueued_at"]!, Is.EqualTo(60_000));
            Assert.That((long)item["position"]!, Is.Zero);
        }
    }

    [Test]
    public async Task Pages_follow_one_another_by_next_and_skip_by_offset()
    {
        for (var i = 0; i < 5; i++)
        {
            await PublishAsync($"m{i}");
        }

        var first = (await _broker.Api.GetAsync($"{Path}?count=2&offset=1")).Json;
        var second = (await _broker.Api.GetAsync($"{Path}?count=10&after={(string)first["next"]!}")).Json;

        Assert.That(PayloadsOf(first), Is.EqualTo(new[] { "m1", "m2" }));
        Assert.That(PayloadsOf(second), Is.EqualTo(new[] { "m3", "m4" }));
        Assert.That((string?)second["next"], Is.Null);
    }

    [TestCase("NEEDLE", "payload")]
    [TestCase("colour", "header name")]
    [TestCase("blue", "header text")]
    [TestCase("4711", "number")]
    [TestCase("corr-1", "correlation")]
    [TestCase("nowhere", "")]
    public async Task Contains_finds_a_text_wherever_it_is(string text, string found)
    {
        await PublishAsync("a needle in hay");
        await PublishAsync("x", """{"headers":{"Colour":"light Blue","list":[{"n":4711}]},"correlation_id":"corr-1"}""");

        var shown = (await _broker.Api.GetAsync($"{Path}?contains={text}")).Json;

        var expected = found switch { "" => [], "payload" => ["a needle in hay"], _ => new[] { "x" } };
        Assert.That(PayloadsOf(shown), Is.EqualTo(expected));
    }

    [Test]
    public async Task Payloads_are_cut_and_shown_in_Base64_when_asked()
    {
        await PublishAsync("0123456789");

        var item = (await _broker.Api.GetAsync($"{Path}?truncate=4&encoding=base64")).Json["items"]![0]!;

        Assert.That(
            ((string)item["payload"]!, (string)item["payload_encoding"]!, (int)item["payload_bytes"]!), Is.EqualTo(("MDEyMw==", "base64", 10)));
    }

    [TestCase("?after=12", "[\"not_a_position\",\"12\"]")]
    [TestCase("?offset=-1", "[\"not_int\",\"offset\"]")]
    [TestCase("?encoding=hex", "Unsupported encoding. Please use auto or base64.")]
    public async Task What_makes_no_sense_is_refused(string query, string reason)
    {
        var answer = await _broker.Api.GetAsync(Path + query);

        Assert.That((answer.Status, answer.Reason), Is.EqualTo((400, reason)));
    }

    [Test]
    public async Task Only_who_may_read_the_queue_may_look()
    {
        await _broker.Broker.Users.PutAsync(new User("writer", PasswordAlgorithms.Hash("secret"u8, PasswordHashing.Sha256), ["management"]));
        await _broker.Broker.Permissions.SetAsync(new UserPermission("writer", "/", ".*", ".*", "other"));
        using var api = new ApiClient(_broker.Uri, "writer", "secret");

        var answer = await api.GetAsync(Path);

        Assert.That((answer.Status, (await _broker.Api.GetAsync("/api/queues/%2F/nope/messages")).Status), Is.EqualTo((401, 404)));
    }

    private static IEnumerable<string> PayloadsOf(System.Text.Json.Nodes.JsonNode shown) => shown["items"]!.AsArray().Select(item => (string)item!["payload"]!);

    private Task<ApiAnswer> PublishAsync(string payload, string properties = "{}") => _broker.Api.PostAsync(
        "/api/exchanges/%2F/amq.default/publish",
        $$"""{"properties":{{properties}},"routing_key":"q","payload":"{{payload}}","payload_encoding":"string"}""");
}
