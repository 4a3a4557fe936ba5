using AmqpBroker.Core.Permissions;
using AmqpBroker.Core.Users;
using AmqpBroker.Core.VirtualHosts;
using AmqpBroker.IntegrationTests.Support;
using AmqpBroker.TestKit;
using NUnit.Framework;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace AmqpBroker.IntegrationTests.Permissions;

/// <summary>What users may do beyond the patterns of their permissions, and what becomes of them when something is deleted.</summary>
[CancelAfter(60_000)]
public sealed class AccessTests
{
    private EmbeddedBroker? _broker;

    [SetUp]
    public async Task StartAsync()
    {
        _broker = await EmbeddedBroker.StartAsync(directory: null, CancellationToken.None);
        await _broker.Broker.CreateVirtualHostAsync("shop");
        await PutAliceAsync();
        await PermitAsync(".*", ".*", ".*");
    }

    [TearDown]
    public async Task StopAsync() => await _broker!.DisposeAsync();

    [Test]
    public async Task A_right_that_is_taken_is_gone_for_the_next_message(CancellationToken cancellationToken)
    {
        await using var client = await ConnectAsync(cancellationToken);
        await client.PublishAsync("amq.direct", "key", "text", cancellationToken);
        await PermitAsync(".*", "^$", ".*");

        await AssertRefusedAsync(client, "exchange 'amq.direct' in vhost 'shop'", () => client.PublishAsync("amq.direct", "key", "text", cancellationToken).AsTask());
    }

    [Test]
    public async Task A_right_that_is_given_counts_for_the_next_message(CancellationToken cancellationToken)
    {
        await PermitAsync("^$", "^$", "^$");
        await using var client = await ConnectAsync(cancellationToken);
        await PermitAsync("^$", "amq", "^$");

        await client.PublishAsync("amq.direct", "key", "text", cancellationToken);
    }

    [Test]
    public async Task Topic_permissions_hold_for_publishing_and_binding_and_for_topic_exchanges_alone(CancellationToken cancellationToken)
    {
        await _broker!.Broker.Permissions.SetTopicAsync(new TopicPermission("alice", "shop", "amq.topic", "^{username}\\.", "^r"));
        await _broker.Broker.Permissions.SetTopicAsync(new TopicPermission("alice", "shop", "amq.direct", "^$", "^$"));
        await using var client = await ConnectAsync(cancellationToken);
        var queue = await client.DeclareQueueAsync(cancellationToken);

        await client.PublishAsync("amq.direct", "any", "text", cancellationToken);
        await client.PublishAsync("amq.topic", "alice.x", "text", cancellationToken);
        await client.Channel.QueueBindAsync(queue, "amq.topic", "r.#", cancellationToken: cancellationToken);

        await AssertRefusedAsync(
            client, "topic 'bob.x' in exchange 'amq.topic' in vhost 'shop'", () => client.PublishAsync("amq.topic", "bob.x", "text", cancellationToken).AsTask());
        foreach (var act in new Func<IChannel, Task>[]
        {
            channel => channel.QueueBindAsync(queue, "amq.topic", "w", cancellationToken: cancellationToken),
            channel => channel.QueueUnbindAsync(queue, "amq.topic", "w", cancellationToken: cancellationToken),
            channel => channel.ExchangeBindAsync("amq.fanout", "amq.topic", "w", cancellationToken: cancellationToken),
            channel => channel.ExchangeUnbindAsync("amq.fanout", "amq.topic", "w", cancellationToken: cancellationToken),
        })
        {
            await ClosingReason.OfAsync(
                act, 403, "ACCESS_REFUSED - access to topic 'w' in exchange 'amq.topic' in vhost 'shop' refused for user 'alice'", client, cancellationToken);
        }
    }

    [Test]
    public async Task Another_users_name_in_a_message_takes_the_tag_impersonator(CancellationToken cancellationToken)
    {
        await using var client = await ConnectAsync(cancellationToken);
        await PutAliceAsync(UserTags.Impersonator);
        await client.Channel.BasicPublishAsync("amq.direct", "k", mandatory: false, new BasicProperties { UserId = "bob" }, ReadOnlyMemory<byte>.Empty, cancellationToken);
        await PutAliceAsync();

        await ClosingReason.OfUnansweredAsync(
            async channel => await channel.BasicPublishAsync("amq.direct", "k", mandatory: false, new BasicProperties { UserId = "bob" }, ReadOnlyMemory<byte>.Empty, cancellationToken),
            406,
            "PRECONDITION_FAILED - user_id property set to 'bob' but authenticated user was 'alice'",
            client,
            cancellationToken);
    }

    [TestCase("nope", "NOT_ALLOWED - vhost nope not found")]
    [TestCase("/", "NOT_ALLOWED - access to vhost '/' refused for user 'alice'")]
    public async Task A_virtual_host_takes_a_permission_to_be_opened(string virtualHost, string text, CancellationToken cancellationToken)
    {
        var factory = Factory();
        factory.VirtualHost = virtualHost;

        // The client does not wait for the answer to connection.open.
        await using var connection = await factory.CreateConnectionAsync(cancellationToken);
        await Eventually.TrueAsync(() => connection.CloseReason is not null, "the broker to close the connection", cancellationToken);

        Assert.That((connection.CloseReason!.ReplyCode, connection.CloseReason.ReplyText), Is.EqualTo((530, text))); // waited for
    }

    [Test]
    public async Task A_permission_for_nothing_opens_a_virtual_host(CancellationToken cancellationToken)
    {
        await PermitAsync("", "", "");

        await using var client = await ConnectAsync(cancellationToken);

        await AssertRefusedAsync(client, "queue 'q' in vhost 'shop'", () => client.Channel.QueueDeclareAsync("q", cancellationToken: cancellationToken));
    }

    [Test]
    public async Task A_deleted_users_connections_are_closed(CancellationToken cancellationToken)
    {
        await using var client = await ConnectAsync(cancellationToken);
        await using var other = await _broker!.ConnectAsync(cancellationToken);
        var closed = WaitForCloseAsync(client.Connection);

        await _broker.Broker.Users.DeleteAsync("alice");

        Assert.That(await closed.WaitAsync(cancellationToken), Is.EqualTo((320, "CONNECTION_FORCED - user 'alice' is deleted")));
        Assert.That(other.Connection.IsOpen, "other users' connections go on");
    }

    [Test]
    public async Task A_deleted_virtual_hosts_connections_are_closed_and_it_begins_anew_when_made_again(CancellationToken cancellationToken)
    {
        await using var client = await ConnectAsync(cancellationToken);
        await client.Channel.QueueDeclareAsync("durable", durable: true, exclusive: false, autoDelete: false, cancellationToken: cancellationToken);
        var own = await client.DeclareQueueAsync(cancellationToken);
        await client.ConsumeAsync(own, cancellationToken);
        await client.PublishToQueueAsync("durable", ["text"], cancellationToken);
        var closed = WaitForCloseAsync(client.Connection);

        await _broker!.Broker.DeleteVirtualHostAsync("shop");
        var reason = await closed.WaitAsync(cancellationToken);
        await _broker.Broker.CreateVirtualHostAsync("shop");
        await PermitAsync(".*", ".*", ".*");
        await using var again = await ConnectAsync(cancellationToken);

        Assert.That(reason, Is.EqualTo((320, "CONNECTION_FORCED - vhost 'shop' is deleted")));
        await ClosingReason.OfAsync(
            channel => channel.QueueDeclarePassiveAsync("durable", cancellationToken), 404, "NOT_FOUND - no queue 'durable' in vhost 'shop'", again, cancellationToken);
    }

    [Test]
    public async Task A_virtual_hosts_queue_type_is_that_of_queues_that_name_none(CancellationToken cancellationToken)
    {
        await _broker!.Broker.CreateVirtualHostAsync("shop", new VirtualHostDefinition { DefaultQueueType = "quorum" });
        await using var client = await ConnectAsync(cancellationToken);

        await client.Channel.QueueDeclareAsync("q", durable: true, exclusive: false, autoDelete: false, cancellationToken: cancellationToken);
        await client.DeclareQueueAsync(cancellationToken);

        await ClosingReason.OfAsync(
            channel => channel.QueueDeclareAsync(
                "q", durable: true, exclusive: false, autoDelete: false, new Dictionary<string, object?> { ["x-queue-type"] = "classic" }, cancellationToken: cancellationToken),
            406,
            "PRECONDITION_FAILED - inequivalent arg 'x-queue-type' for queue 'q' in vhost 'shop': received 'classic' but current is 'quorum'",
            client,
            cancellationToken);
        await ClosingReason.OfAsync(
            channel => channel.QueueDeclareAsync("", durable: true, exclusive: false, autoDelete: false, cancellationToken: cancellationToken),
            406,
            "PRECONDITION_FAILED - Cannot declare a server-named queue for type rabbit_quorum_queue",
            client,
            cancellationToken);
    }

    private static Task<(int Code, string Text)> WaitForCloseAsync(IConnection connection)
    {
        var closed = new TaskCompletionSource<(int, string)>(TaskCreationOptions.RunContinuationsAsynchronously);
        connection.ConnectionShutdownAsync += (_, reason) =>
        {
            closed.TrySetResult((reason.ReplyCode, reason.ReplyText));
            return Task.CompletedTask;
        };
        return closed.Task;
    }

    private static async Task AssertRefusedAsync(TestClient client, string resource, Func<Task> offence)
    {
        var refused = await Assert.CatchAsync<OperationInterruptedException>(() => offence());

        Assert.That(refused!.ShutdownReason!.ReplyText, Is.EqualTo($"ACCESS_REFUSED - access to {resource} refused for user 'alice'")); // set by the client
        Assert.That(client.Connection.IsOpen, "the connection goes on");
    }

    private async Task PutAliceAsync(params string[] tags) =>
        await _broker!.Broker.Users.PutAsync(new User("alice", PasswordAlgorithms.Hash("secret"u8, PasswordHashing.Sha256), [.. tags]));

    private async Task PermitAsync(string configure, string write, string read) =>
        await _broker!.Broker.Permissions.SetAsync(new UserPermission("alice", "shop", configure, write, read));

    private Task<TestClient> ConnectAsync(CancellationToken cancellationToken) => TestClient.ConnectAsync(Factory(), cancellationToken);

    private ConnectionFactory Factory()
    {
        var factory = _broker!.Factory;
        (factory.UserName, factory.Password, factory.VirtualHost) = ("alice", "secret", "shop");
        return factory;
    }
}
