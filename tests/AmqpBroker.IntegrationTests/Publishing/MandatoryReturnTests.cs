using System.Text;
using AmqpBroker.IntegrationTests.Support;
using NUnit.Framework;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;
using RabbitMQ.Client.Exceptions;

namespace AmqpBroker.IntegrationTests.Publishing;

public sealed class MandatoryReturnTests
{
    [Test]
    [CancelAfter(Deadline.Normal)]
    public async Task A_mandatory_message_that_no_queue_wants_comes_back(CancellationToken cancellationToken)
    {
        await using var client = await TestClient.ConnectAsync(cancellationToken);
        await using var channel = await client.OpenChannelAsync(cancellationToken);
        var nowhere = Unique.Name("nowhere");
        var returned = new TaskCompletionSource<(BasicReturnEventArgs Return, string Text)>(TaskCreationOptions.RunContinuationsAsynchronously);
        channel.BasicReturnAsync += (_, message) =>
        {
            returned.TrySetResult((message, Encoding.UTF8.GetString(message.Body.Span)));
            return Task.CompletedTask;
        };
        var properties = new BasicProperties { MessageId = "m-1" };

        await channel.BasicPublishAsync("amq.direct", nowhere, mandatory: true, properties, "back"u8.ToArray(), cancellationToken);

        var (message, text) = await returned.Task.WaitAsync(cancellationToken);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(message.ReplyCode, Is.EqualTo(312));
            Assert.That(message.ReplyText, Is.EqualTo("NO_ROUTE"));
            Assert.That(message.Exchange, Is.EqualTo("amq.direct"));
            Assert.That(message.RoutingKey, Is.EqualTo(nowhere));
            Assert.That(message.BasicProperties.MessageId, Is.EqualTo("m-1"));
            Assert.That(text, Is.EqualTo("back"));
        }
    }

    [Test]
    [CancelAfter(Deadline.Normal)]
    public async Task The_return_comes_before_the_confirm(CancellationToken cancellationToken)
    {
        await using var client = await TestClient.ConnectAsync(cancellationToken);

        // The client fails the publish as returned only if the return came first.
        var returned = await Assert.ThrowsAsync<PublishException>(async () => await client.Channel.BasicPublishAsync(
            "amq.direct", Unique.Name("nowhere"), mandatory: true, new byte[10], cancellationToken));

        Assert.That(returned.IsReturn);
    }

    [Test]
    [CancelAfter(Deadline.Normal)]
    public async Task A_mandatory_message_that_a_queue_takes_does_not_come_back(CancellationToken cancellationToken)
    {
        await using var client = await TestClient.ConnectAsync(cancellationToken);
        var queue = await client.DeclareQueueAsync(cancellationToken);

        await client.Channel.BasicPublishAsync(string.Empty, queue, mandatory: true, "taken"u8.ToArray(), cancellationToken);

        Assert.That(await client.DrainAsync(queue, cancellationToken), Is.EqualTo(new[] { "taken" }));
    }
}
