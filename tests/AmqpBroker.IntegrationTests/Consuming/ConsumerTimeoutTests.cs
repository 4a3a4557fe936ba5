using AmqpBroker.IntegrationTests.Support;
using AmqpBroker.TestKit.Processes;
using NUnit.Framework;
using RabbitMQ.Client.Events;

namespace AmqpBroker.IntegrationTests.Consuming;

[OwnBroker(OwnBrokerAttribute.NeedsProcess)]
public sealed class ConsumerTimeoutTests
{
    [Test]
    [CancelAfter(Deadline.Normal)]
    public async Task A_consumer_that_does_not_acknowledge_in_time_loses_its_channel_and_another_gets_the_message(CancellationToken cancellationToken)
    {
        await using var broker = await BrokerProcess.StartAsync(cancellationToken, "--Amqp:ConsumerTimeout=00:00:01");
        await using var client = await TestClient.ConnectAsync(TestClient.Factory(broker.Endpoint), cancellationToken);
        var queue = await client.DeclareQueueAsync(cancellationToken);
        await client.PublishToQueueAsync(queue, ["kept"], cancellationToken);
        await using var slow = await client.OpenChannelAsync(cancellationToken);
        var closed = new TaskCompletionSource<ShutdownEventArgs>(TaskCreationOptions.RunContinuationsAsynchronously);
        slow.ChannelShutdownAsync += (_, reason) =>
        {
            closed.TrySetResult(reason);
            return Task.CompletedTask;
        };

        await slow.BasicGetAsync(queue, autoAck: false, cancellationToken);

        var reason = await closed.Task.WaitAsync(cancellationToken);
        Assert.That(reason.ReplyCode, Is.EqualTo(406));
        Assert.That(reason.ReplyText, Does.Contain("timed out. Timeout value used: 1000 ms."));
        Assert.That(await client.GetTextAsync(queue, cancellationToken), Is.EqualTo("kept"));
    }
}
