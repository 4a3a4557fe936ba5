using NUnit.Framework;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;
using RabbitMQ.Client.Exceptions;

namespace AmqpBroker.ConformanceTests.Features;

public sealed class Publishing : FeatureRules
{
    [Test]
    public async Task All_properties_arrive_as_sent()
    {
        var queue = await QueueAsync();
        var sent = new BasicProperties
        {
            AppId = "app",
            ContentEncoding = "gzip",
            ContentType = "text/plain",
            CorrelationId = "correlation",
            DeliveryMode = DeliveryModes.Persistent,
            Expiration = "60000",
            Headers = Arguments(("x", 1), ("y", "z")),
            MessageId = "id",
            Priority = 7,
            ReplyTo = "reply",
            Timestamp = new AmqpTimestamp(1_700_000_000),
            Type = "type",
        };

        await PublishPlainAsync(queue, sent);

        var got = (await GetAsync(queue)).Properties;
        Assert.That(
            (got.AppId, got.ContentEncoding, got.ContentType, got.CorrelationId, got.DeliveryMode, got.Expiration),
            Is.EqualTo(("app", "gzip", "text/plain", "correlation", DeliveryModes.Persistent, "60000")));
        Assert.That(
            (got.MessageId, got.Priority, got.ReplyTo, got.Timestamp.UnixTime, got.Type, got.Headers!.Count),
            Is.EqualTo(("id", 7, "reply", 1_700_000_000, "type", 2)));
    }

    [Test]
    public async Task A_message_without_properties_arrives_without_any()
    {
        var queue = await QueueAsync();

        await PublishPlainAsync(queue, new BasicProperties());

        var got = (await GetAsync(queue)).Properties;
        Assert.That((got.IsContentTypePresent(), got.IsHeadersPresent(), got.IsDeliveryModePresent()), Is.EqualTo((false, false, false)));
    }

    [TestCase(0)]
    [TestCase(131_064)]
    [TestCase(131_065)]
    [TestCase(5_000_000)]
    public async Task A_body_of_any_size_arrives_whole(int size)
    {
        var queue = await QueueAsync();
        var body = new byte[size];
        new Random(size).NextBytes(body);

        await Channel.BasicPublishAsync(string.Empty, queue, body);

        Assert.That((await GetAsync(queue)).Body, Is.EqualTo(body));
    }

    [Test]
    public async Task Messages_arrive_in_the_order_of_their_channel()
    {
        var queue = await QueueAsync();
        await using var channel = await OpenChannelAsync();
        var inbox = await ConsumeAsync(queue);
        string[] texts = [.. Enumerable.Range(0, 500).Select(number => $"{number}")];

        foreach (var text in texts)
        {
            await channel.BasicPublishAsync(string.Empty, queue, System.Text.Encoding.UTF8.GetBytes(text));
        }

        Assert.That(await inbox.TakeAsync(texts.Length), Is.EqualTo(texts));
    }

    [Test]
    public async Task A_mandatory_message_that_no_queue_takes_is_returned()
    {
        var returned = new TaskCompletionSource<BasicReturnEventArgs>(TaskCreationOptions.RunContinuationsAsynchronously);
        Channel.BasicReturnAsync += (_, message) =>
        {
            returned.TrySetResult(message);
            return Task.CompletedTask;
        };

        var refused = await Assert.ThrowsAsync<PublishException>(() => PublishAsync("amq.direct", Name, "text", mandatory: true));

        var message = await returned.Task;
        Assert.That(refused.IsReturn);
        Assert.That(
            (message.ReplyCode, message.ReplyText, message.Exchange, message.RoutingKey),
            Is.EqualTo((312, "NO_ROUTE", "amq.direct", Name)));
    }

    [Test]
    public async Task A_message_that_no_queue_takes_is_confirmed()
    {
        await PublishAsync("amq.direct", Name, "text");
    }

    [Test]
    public async Task A_message_for_several_queues_is_confirmed_once()
    {
        var exchange = await ExchangeAsync("fanout");
        var first = await BoundQueueAsync("a", exchange, string.Empty);
        var second = await BoundQueueAsync("b", exchange, string.Empty);

        await PublishAsync(exchange, string.Empty, "text");

        await ExpectAsync(first, "text");
        await ExpectAsync(second, "text");
    }

    [Test]
    public async Task Another_connection_may_publish_to_an_exclusive_queue()
    {
        var queue = await QueueAsync();
        await using var other = await ConnectAsync();
        await using var channel = await other.CreateChannelAsync();

        await channel.BasicPublishAsync(string.Empty, queue, "text"u8.ToArray());

        await ExpectEventuallyAsync(queue, "text");
    }

    [Test]
    public async Task The_persistence_of_a_message_is_what_the_publisher_said()
    {
        var queue = await QueueAsync();

        await PublishAsync(string.Empty, queue, "text", new BasicProperties { DeliveryMode = DeliveryModes.Transient });

        Assert.That((await GetAsync(queue)).Properties.DeliveryMode, Is.EqualTo(DeliveryModes.Transient));
    }

    [Test]
    public async Task A_message_may_have_the_login_as_user_id()
    {
        var queue = await QueueAsync();

        await PublishAsync(string.Empty, queue, "text", new BasicProperties { UserId = Broker.Uri.User });

        Assert.That((await GetAsync(queue)).Properties.UserId, Is.EqualTo(Broker.Uri.User));
    }

    [Test]
    public async Task A_message_with_another_user_id_closes_the_channel()
    {
        var refused = await Assert.ThrowsAsync<AlreadyClosedException>(
            () => PublishAsync("amq.direct", Name, "text", new BasicProperties { UserId = "bob" }));

        Assert.That(
            refused.ShutdownReason?.ReplyText,
            Is.EqualTo($"PRECONDITION_FAILED - user_id property set to 'bob' but authenticated user was '{Broker.Uri.User}'"));
    }

    /// <summary>Without confirms: the client adds a header to what it waits for.</summary>
    private async Task PublishPlainAsync(string queue, BasicProperties properties)
    {
        await using var channel = await OpenChannelAsync();
        await channel.BasicPublishAsync(string.Empty, queue, mandatory: false, properties, "text"u8.ToArray());
    }
}
