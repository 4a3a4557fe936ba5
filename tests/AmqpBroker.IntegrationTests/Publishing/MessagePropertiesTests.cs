using AmqpBroker.IntegrationTests.Support;
using NUnit.Framework;
using RabbitMQ.Client;

namespace AmqpBroker.IntegrationTests.Publishing;

public sealed class MessagePropertiesTests
{
    [Test]
    [CancelAfter(Deadline.Normal)]
    public async Task Every_property_arrives_as_it_was_sent(CancellationToken cancellationToken)
    {
        await using var client = await TestClient.ConnectAsync(cancellationToken);
        var queue = await client.DeclareQueueAsync(cancellationToken);
        var inbox = await client.ConsumeAsync(queue, cancellationToken);
        var sent = EveryProperty();

        await client.Channel.BasicPublishAsync(string.Empty, queue, mandatory: true, sent, new byte[1], cancellationToken);

        var received = (await inbox.NextAsync(cancellationToken)).Properties;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Describe(received), Is.EqualTo(Describe(sent)));
            Assert.That(received.Headers!["text"], Is.EqualTo("grüße"u8.ToArray()));
            Assert.That(received.Headers!["number"], Is.EqualTo(1L << 40));
            Assert.That(received.Headers!["flag"], Is.True);
            Assert.That(received.Headers!["list"], Is.EqualTo(new object[] { 1, "two"u8.ToArray() }));
            Assert.That(received.Headers!["nothing"], Is.Null);
        }
    }

    [TestCase(0)]
    [TestCase(1)]
    [TestCase(131_064, Description = "the largest body of one frame")]
    [TestCase(131_065)]
    [TestCase(3_000_000)]
    [CancelAfter(Deadline.Normal)]
    public async Task Bodies_of_any_size_arrive_whole(int size, CancellationToken cancellationToken)
    {
        await using var client = await TestClient.ConnectAsync(cancellationToken);
        var queue = await client.DeclareQueueAsync(cancellationToken);
        var inbox = await client.ConsumeAsync(queue, cancellationToken);
        var body = new byte[size];
        new Random(size).NextBytes(body);

        await client.Channel.BasicPublishAsync(string.Empty, queue, body, cancellationToken);

        var received = await inbox.NextAsync(cancellationToken);
        Assert.That(received.Body.AsSpan().SequenceEqual(body));
    }

    private static BasicProperties EveryProperty() => new()
    {
        AppId = "app",
        ContentEncoding = "gzip",
        ContentType = "text/plain",
        CorrelationId = "correlation",
        DeliveryMode = DeliveryModes.Persistent,
        Expiration = "3600000",
        Headers = new Dictionary<string, object?>
        {
            ["text"] = "grüße",
            ["number"] = 1L << 40,
            ["flag"] = true,
            ["list"] = new List<object> { 1, "two" },
            ["nothing"] = null,
        },
        MessageId = "message",
        Priority = 7,
        ReplyTo = "reply",
        Timestamp = new AmqpTimestamp(1_700_000_000),
        Type = "type",
        UserId = SharedBroker.Endpoint.User,
    };

    private static string Describe(IReadOnlyBasicProperties properties) => string.Join(
        ' ',
        properties.AppId,
        properties.ContentEncoding,
        properties.ContentType,
        properties.CorrelationId,
        properties.DeliveryMode,
        properties.Expiration,
        properties.MessageId,
        properties.Priority,
        properties.ReplyTo,
        properties.Timestamp.UnixTime,
        properties.Type,
        properties.UserId);
}
