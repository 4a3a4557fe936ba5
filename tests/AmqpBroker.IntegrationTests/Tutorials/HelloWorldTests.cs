using AmqpBroker.IntegrationTests.Support;
using NUnit.Framework;

namespace AmqpBroker.IntegrationTests.Tutorials;

public sealed class HelloWorldTests
{
    [Test]
    [CancelAfter(Deadline.Normal)]
    public async Task A_message_reaches_the_consumer_of_the_queue_it_names(CancellationToken cancellationToken)
    {
        await using var sender = await TestClient.ConnectAsync(cancellationToken);
        await using var receiver = await TestClient.ConnectAsync(cancellationToken);
        var queue = await receiver.DeclareSharedQueueAsync(cancellationToken);
        var inbox = await receiver.ConsumeAsync(queue, cancellationToken);

        await sender.PublishAsync(string.Empty, queue, "Hello World!", cancellationToken);

        var delivery = await inbox.NextAsync(cancellationToken);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(delivery.Text, Is.EqualTo("Hello World!"));
            Assert.That(delivery.Exchange, Is.Empty);
            Assert.That(delivery.RoutingKey, Is.EqualTo(queue));
            Assert.That(delivery.Redelivered, Is.False);
        }
    }
}
