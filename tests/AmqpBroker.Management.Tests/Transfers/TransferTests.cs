using System.Text.Json.Nodes;
using AmqpBroker.Core.Permissions;
using AmqpBroker.Core.Users;
using AmqpBroker.Management.Tests.Harness;
using AmqpBroker.TestKit;

namespace AmqpBroker.Management.Tests.Transfers;

[CancelAfter(60_000)]
public sealed class TransferTests
{
    private TempDirectory _directory = null!; // made before each test
    private ManagedBroker _broker = null!; // made before each test

    [SetUp]
    public async Task StartAsync()
    {
        _directory = new TempDirectory();
        _broker = await ManagedBroker.StartAsync(_directory.FullName);
        foreach (var name in new[] { "from", "to" })
        {
            await _broker.Api.PutAsync($"/api/queues/%2F/{name}", """{"durable":true}""");
        }
    }

    [TearDown]
    public async Task StopAsync()
    {
        await _broker.DisposeAsync();
        _directory.Dispose();
    }

    [Test]
    public async Task All_messages_move_in_order_with_their_properties()
    {
        await PublishAsync("from", 150);

        var ended = await TransferAsync("""{"mode":"move","destination":{"queue":"to"}}""");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(StateOf(ended), Is.EqualTo("done 150/150"));
            Assert.That(CountOf("from"), Is.EqualTo((0L, 0L)));
            Assert.That(await PayloadsAsync("to"), Is.EqualTo(Enumerable.Range(0, 150).Select(number => $"m{number}")));
        }

        var first = (await _broker.Api.GetAsync("/api/queues/%2F/to/messages?count=1")).Json["items"]![0]!;
        Assert.That(((int)first["properties"]!["delivery_mode"]!, (bool)first["redelivered"]!), Is.EqualTo((2, false)));
    }

    [Test]
    public async Task A_copy_leaves_messages_as_they_are()
    {
        await PublishAsync("from", 3);
        var before = (await _broker.Api.GetAsync("/api/queues/%2F/from/messages")).Text;

        var ended = await TransferAsync("""{"mode":"copy","destination":{"exchange":"","routing_key":"to"},"count":2}""");

        Assert.That(StateOf(ended), Is.EqualTo("done 2/2"));
        Assert.That((await _broker.Api.GetAsync("/api/queues/%2F/from/messages")).Text, Is.EqualTo(before));
        Assert.That(await PayloadsAsync("to"), Is.EqualTo(new[] { "m0", "m1" }));
    }

    [Test]
    public async Task Chosen_messages_move_wherever_they_stand()
    {
        await PublishAsync("from", 10);

        var ended = await TransferAsync("""{"mode":"move","destination":{"queue":"to"},"positions":[7,2,99]}""");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(StateOf(ended), Is.EqualTo("done 2/3"));
            Assert.That(await PayloadsAsync("to"), Is.EqualTo(new[] { "m2", "m7" }));
            Assert.That(await PayloadsAsync("from"), Is.EqualTo(new[] { "m0", "m1", "m3", "m4", "m5", "m6", "m8", "m9" }));
            Assert.That((await _broker.Api.GetAsync("/api/queues/%2F/from/messages")).Text, Does.Not.Contain("\"redelivered\":true"));
        }
    }

    [Test]
    public async Task A_move_into_the_same_queue_ends_with_what_was_there()
    {
        await PublishAsync("from", 100);

        var ended = await TransferAsync("""{"mode":"move","destination":{"queue":"from"}}""");

        Assert.That(StateOf(ended), Is.EqualTo("done 100/100"));
        Assert.That(await PayloadsAsync("from"), Is.EqualTo(Enumerable.Range(0, 100).Select(number => $"m{number}")));
    }

    [Test]
    public async Task Dead_letters_go_back_to_where_they_came_from()
    {
        await _broker.Api.PutAsync("/api/queues/%2F/work", """{"durable":true,"arguments":{"x-dead-letter-exchange":"","x-dead-letter-routing-key":"from"}}""");
        await PublishAsync("work", 2);
        await _broker.Api.PostAsync("/api/queues/%2F/work/get", """{"count":2,"ackmode":"reject_requeue_false","encoding":"auto"}""");
        await Eventually.TrueAsync(() => CountOf("from").Ready == 2, "the dead letters", CancellationToken.None);

        var ended = await TransferAsync("""{"mode":"move","destination":{"original":true}}""");

        Assert.That(StateOf(ended), Is.EqualTo("done 2/2"));
        Assert.That(await PayloadsAsync("work"), Is.EqualTo(new[] { "m0", "m1" }));
    }

    [Test]
    public async Task What_no_queue_takes_goes_back_and_the_transfer_fails_with_the_reason()
    {
        await PublishAsync("from", 3);

        var ended = await TransferAsync("""{"mode":"move","destination":{"exchange":"amq.topic","routing_key":"nobody"}}""");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(StateOf(ended), Is.EqualTo("failed 0/3"));
            Assert.That((string)ended["reason"]!, Is.EqualTo("no queue takes a message: exchange 'amq.topic', routing key 'nobody'"));
            Assert.That(CountOf("from"), Is.EqualTo((3L, 0L)));
        }
    }

    [Test]
    public async Task What_a_full_queue_refuses_goes_back()
    {
        await _broker.Api.PutAsync("/api/queues/%2F/full", """{"arguments":{"x-max-length":2,"x-overflow":"reject-publish"}}""");
        await PublishAsync("from", 5);

        var ended = await TransferAsync("""{"mode":"move","destination":{"queue":"full"}}""");

        Assert.That((StateOf(ended), CountOf("from"), CountOf("full")), Is.EqualTo(("failed 2/5", (3L, 0L), (2L, 0L))));
        Assert.That((string)ended["reason"]!, Does.Contain("refused"));
    }

    [Test]
    public async Task A_transfer_is_slow_when_asked_and_ends_when_cancelled()
    {
        await PublishAsync("from", 100);
        var started = (await _broker.Api.PostAsync("/api/queues/%2F/from/transfers", """{"mode":"move","destination":{"queue":"to"},"rate":1}""")).Json;
        await Eventually.TrueAsync(() => CountOf("to").Ready > 0, "the first", CancellationToken.None);

        var cancelled = await _broker.Api.DeleteAsync($"/api/transfers/{started["id"]}");

        var ended = await EndAsync((string)started["id"]!);
        Assert.That((cancelled.Status, (string)ended["state"]!), Is.EqualTo((204, "cancelled")));
        Assert.That(CountOf("from").Ready + CountOf("to").Ready, Is.EqualTo(100));
        Assert.That((await _broker.Api.GetAsync("/api/transfers")).Json.AsArray(), Has.Count.EqualTo(1));
        Assert.That((await _broker.Api.GetAsync("/api/audit")).Text, Does.Contain($"transfer {started["id"]} from queue 'from' in vhost '/' cancelled"));
    }

    [TestCase("""{"destination":{"queue":"to"}}""", 400)]
    [TestCase("""{"mode":"steal","destination":{"queue":"to"}}""", 400)]
    [TestCase("""{"mode":"move","destination":{"queue":"nope"}}""", 404)]
    [TestCase("""{"mode":"move","destination":{"exchange":"nope"}}""", 404)]
    [TestCase("""{"mode":"move","destination":{}}""", 400)]
    [TestCase("""{"mode":"move","destination":{"queue":"to"},"count":0}""", 400)]
    [TestCase("""{"mode":"move","destination":{"queue":"to"},"positions":["x"]}""", 400)]
    public async Task What_makes_no_sense_is_refused(string body, int status) =>
        Assert.That((await _broker.Api.PostAsync("/api/queues/%2F/from/transfers", body)).Status, Is.EqualTo(status));

    [TestCase("from", "amq\\.default", 201)]
    [TestCase("other", "amq\\.default", 401)]
    [TestCase("from", "other", 401)]
    public async Task It_takes_the_right_to_read_the_queue_and_to_write_to_the_exchange(string read, string write, int status)
    {
        await _broker.Broker.Users.PutAsync(new User("u", PasswordAlgorithms.Hash("secret"u8, PasswordHashing.Sha256), ["management"]));
        await _broker.Broker.Permissions.SetAsync(new UserPermission("u", "/", "", write, read));
        using var api = new ApiClient(_broker.Uri, "u", "secret");

        var answer = await api.PostAsync("/api/queues/%2F/from/transfers", """{"mode":"move","destination":{"queue":"to"}}""");

        Assert.That(answer.Status, Is.EqualTo(status), answer.Text);
    }

    private async Task<JsonNode> TransferAsync(string body)
    {
        var started = await _broker.Api.PostAsync("/api/queues/%2F/from/transfers", body);
        Assert.That(started.Status, Is.EqualTo(201), started.Text);
        return await EndAsync((string)started.Json["id"]!);
    }

    private async Task<JsonNode> EndAsync(string id)
    {
        JsonNode transfer = null!; // there is one at least
        await Eventually.EqualAsync(
            true,
            async () => (string)(transfer = (await _broker.Api.GetAsync($"/api/transfers/{id}")).Json)["state"]! != "running",
            "the transfer to end",
            CancellationToken.None);
        return transfer;
    }

    private static string StateOf(JsonNode transfer) => $"{transfer["state"]} {transfer["moved"]}/{transfer["total"]}";

    private (long Ready, long Unacked) CountOf(string queue)
    {
        var counts = _broker.VirtualHost.GetQueue(queue, this).Count();
        return (counts.Ready, counts.Unacked);
    }

    private async Task<string[]> PayloadsAsync(string queue) =>
        [.. (await _broker.Api.GetAsync($"/api/queues/%2F/{queue}/messages?count=1000")).Json["items"]!.AsArray().Select(item => (string)item!["payload"]!)];

    private async Task PublishAsync(string queue, int count)
    {
        for (var number = 0; number < count; number++)
        {
            await _broker.Api.PostAsync(
                "/api/exchanges/%2F/amq.default/publish",
                $$"""{"properties":{"delivery_mode":2},"routing_key":"{{queue}}","payload":"m{{number}}","payload_encoding":"string"}""");
        }
    }
}
