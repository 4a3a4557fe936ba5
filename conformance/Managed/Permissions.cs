using AmqpBroker.ConformanceTests.Wire.Client;
using NUnit.Framework;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace AmqpBroker.ConformanceTests.Managed;

/// <summary>Which of a user's patterns (configure, write, read) an operation asks, and for which name.</summary>
public sealed class Permissions : ManagedRules
{
    private const string All = ".*";
    private const string None = "^$";

    [Test]
    public Task Declaring_a_queue_asks_configure() => ExpectRefusedAsync(
        None, All, All, $"queue '{Name}.q'", channel => DeclareQueueAsync(channel, $"{Name}.q"));

    [Test]
    public async Task Declaring_a_queue_passively_asks_nothing()
    {
        var queue = await DurableQueueAsync();
        await using var connection = await ConnectPermittedAsync(None, None, None);
        await using var channel = await connection.CreateChannelAsync();

        await channel.QueueDeclarePassiveAsync(queue);
    }

    [Test]
    public async Task Deleting_a_queue_asks_configure()
    {
        var queue = await DurableQueueAsync();

        await ExpectRefusedAsync(None, All, All, $"queue '{queue}'", channel => channel.QueueDeleteAsync(queue));
    }

    [Test]
    public Task A_dead_letter_exchange_asks_write_for_it() => ExpectRefusedAsync(
        All, None, All, $"exchange '{Name}.dlx'", channel => DeclareQueueAsync(channel, $"{Name}.q", ("x-dead-letter-exchange", $"{Name}.dlx")));

    [Test]
    public Task A_dead_letter_exchange_asks_read_for_the_queue() => ExpectRefusedAsync(
        All, All, None, $"queue '{Name}.q'", channel => DeclareQueueAsync(channel, $"{Name}.q", ("x-dead-letter-exchange", $"{Name}.dlx")));

    [Test]
    public Task Declaring_an_exchange_asks_configure() => ExpectRefusedAsync(
        None, All, All, $"exchange '{Name}.x'", channel => channel.ExchangeDeclareAsync($"{Name}.x", "direct"));

    [Test]
    public async Task Deleting_an_exchange_asks_configure()
    {
        var exchange = await ExchangeAsync("direct");

        await ExpectRefusedAsync(None, All, All, $"exchange '{exchange}'", channel => channel.ExchangeDeleteAsync(exchange));
    }

    [Test]
    public Task An_alternate_exchange_asks_write_for_it() => ExpectRefusedAsync(
        All,
        None,
        All,
        $"exchange '{Name}.ae'",
        channel => channel.ExchangeDeclareAsync(
            $"{Name}.x", "direct", durable: false, autoDelete: true, Arguments(("alternate-exchange", $"{Name}.ae"))));

    [Test]
    public async Task Binding_a_queue_asks_write_for_it()
    {
        var queue = await DurableQueueAsync();

        await ExpectRefusedAsync(All, None, All, $"queue '{queue}'", channel => channel.QueueBindAsync(queue, "amq.direct", "key"));
    }

    [Test]
    public async Task Binding_a_queue_asks_read_for_the_exchange()
    {
        var queue = await DurableQueueAsync();

        await ExpectRefusedAsync(All, All, None, "exchange 'amq.direct'", channel => channel.QueueBindAsync(queue, "amq.direct", "key"));
    }

    [Test]
    public async Task Binding_an_exchange_asks_write_for_the_destination()
    {
        var exchange = await ExchangeAsync("direct");

        await ExpectRefusedAsync(All, None, All, $"exchange '{exchange}'", channel => channel.ExchangeBindAsync(exchange, "amq.direct", "key"));
    }

    [Test]
    public async Task Binding_an_exchange_asks_read_for_the_source()
    {
        var exchange = await ExchangeAsync("direct");

        await ExpectRefusedAsync(All, All, None, "exchange 'amq.direct'", channel => channel.ExchangeBindAsync(exchange, "amq.direct", "key"));
    }

    [Test]
    public async Task Getting_asks_read()
    {
        var queue = await DurableQueueAsync();

        await ExpectRefusedAsync(All, All, None, $"queue '{queue}'", channel => channel.BasicGetAsync(queue, autoAck: true));
    }

    [Test]
    public async Task Consuming_asks_read()
    {
        var queue = await DurableQueueAsync();

        await ExpectRefusedAsync(All, All, None, $"queue '{queue}'", channel => ConsumeAsync(channel, queue));
    }

    [Test]
    public async Task Purging_asks_read()
    {
        var queue = await DurableQueueAsync();

        await ExpectRefusedAsync(All, All, None, $"queue '{queue}'", channel => channel.QueuePurgeAsync(queue));
    }

    [TestCase("amq.direct", "amq.direct")]
    [TestCase("", "amq.default")]
    public Task Publishing_asks_write_for_the_exchange(string exchange, string shown) => ExpectRefusedAsync(
        All, None, All, $"exchange '{shown}'", channel => channel.BasicPublishAsync(exchange, "key", ReadOnlyMemory<byte>.Empty).AsTask());

    [Test]
    public Task A_missing_queue_is_refused_all_the_same() => ExpectRefusedAsync(
        All, All, None, $"queue '{Name}.missing'", channel => channel.BasicGetAsync($"{Name}.missing", autoAck: true));

    [Test]
    public Task An_empty_pattern_permits_nothing() => ExpectRefusedAsync(
        string.Empty, All, All, $"queue '{Name}.q'", channel => DeclareQueueAsync(channel, $"{Name}.q"));

    [Test]
    public async Task A_pattern_may_match_anywhere_in_the_name()
    {
        await using var connection = await ConnectPermittedAsync("mine", None, None);
        await using var channel = await connection.CreateChannelAsync();

        await DeclareQueueAsync(channel, $"{Name}.mine.q");
    }

    [Test]
    public async Task A_vhost_without_permissions_is_refused()
    {
        await AddUserAsync();

        await using var client = await WireClient.ConnectAsync();
        await client.LogInAsync(user: Name, password: Name);
        await client.TuneAsync();

        await client.SendAsync(0, "connection.open", ("virtual-host", Vhost));

        var close = await client.ExpectAsync("connection.close", channel: 0);
        Assert.That(
            (close.Number("reply-code"), close.Text("reply-text")),
            Is.EqualTo((530, $"NOT_ALLOWED - access to vhost '{Vhost}' refused for user '{Name}'")));
    }

    [Test]
    public async Task A_topic_permission_asks_the_key()
    {
        await AddUserAsync();
        await PermitAsync(All, All, All);
        await Api.PutAsync($"topic-permissions/{Vhost}/{Name}", new { exchange = "amq.topic", write = "^allowed", read = All });
        await using var connection = await ConnectAsync(Name, Name);
        await using var channel = await OpenConfirmingChannelAsync(connection);
        await channel.BasicPublishAsync("amq.topic", "allowed.key", ReadOnlyMemory<byte>.Empty);

        var refused = await Assert.ThrowsAsync<AlreadyClosedException>(
            () => channel.BasicPublishAsync("amq.topic", "other.key", ReadOnlyMemory<byte>.Empty).AsTask());

        Assert.That(
            refused.ShutdownReason?.ReplyText,
            Is.EqualTo($"ACCESS_REFUSED - access to topic 'other.key' in exchange 'amq.topic' in vhost '{Vhost}' refused for user '{Name}'"));
    }

    [Test]
    public async Task An_impersonator_may_use_any_user_id()
    {
        await AddUserAsync("impersonator");
        await PermitAsync(All, All, All);
        await using var connection = await ConnectAsync(Name, Name);
        await using var channel = await OpenConfirmingChannelAsync(connection);

        await channel.BasicPublishAsync(
            "amq.direct", Name, mandatory: false, new BasicProperties { UserId = "bob" }, ReadOnlyMemory<byte>.Empty);
    }

    private static Task<QueueDeclareOk> DeclareQueueAsync(IChannel channel, string queue, params (string Name, object? Value)[] arguments) =>
        channel.QueueDeclareAsync(queue, durable: false, exclusive: true, autoDelete: false, Arguments(arguments));

    private async Task<IConnection> ConnectPermittedAsync(string configure, string write, string read)
    {
        await AddUserAsync();
        await PermitAsync(configure, write, read);
        return await ConnectAsync(Name, Name);
    }

    private async Task ExpectRefusedAsync(string configure, string write, string read, string resource, Func<IChannel, Task> offence)
    {
        await using var connection = await ConnectPermittedAsync(configure, write, read);
        await using var channel = await OpenConfirmingChannelAsync(connection);

        Assert.That(async () => await offence(channel), Throws.InstanceOf<OperationInterruptedException>());

        Assert.That(
            (channel.CloseReason?.ReplyCode, channel.CloseReason?.ReplyText),
            Is.EqualTo((403, $"ACCESS_REFUSED - access to {resource} in vhost '{Vhost}' refused for user '{Name}'")));
    }
}
