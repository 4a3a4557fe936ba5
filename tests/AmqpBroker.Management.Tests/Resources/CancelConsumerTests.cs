using AmqpBroker.Management.Tests.Harness;
using AmqpBroker.TestKit;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace AmqpBroker.Management.Tests.Resources;

[CancelAfter(60_000)]
public sealed class CancelConsumerTests
{
    [Test]
    public async Task A_consumer_is_cancelled_and_its_client_is_told_and_keeps_what_it_has(CancellationToken cancellationToken)
    {
        await using var broker = await ManagedBroker.StartAsync();
        var factory = new ConnectionFactory { HostName = "127.0.0.1", Port = broker.AmqpPort };
        await using var connection = await factory.CreateConnectionAsync(cancellationToken);
        await using var channel = await connection.CreateChannelAsync(cancellationToken: cancellationToken);
        await channel.QueueDeclareAsync("q", durable: false, exclusive: false, autoDelete: false, cancellationToken: cancellationToken);
        await channel.BasicPublishAsync(string.Empty, "q", new byte[] { 1 }, cancellationToken);
        var (received, cancelled) = (new TaskCompletionSource<ulong>(), new TaskCompletionSource<string[]>());
        var consumer = new AsyncEventingBasicConsumer(channel);
        consumer.ReceivedAsync += (_, delivery) =>
        {
            received.TrySetResult(delivery.DeliveryTag);
            return Task.CompletedTask;
        };
        consumer.UnregisteredAsync += (_, told) =>
        {
            cancelled.TrySetResult(told.ConsumerTags);
            return Task.CompletedTask;
        };
        await channel.BasicConsumeAsync("q", autoAck: false, "a/b", consumer, cancellationToken);
        var tag = await received.Task.WaitAsync(cancellationToken);
        var name = Uri.EscapeDataString(broker.Broker.Clients.List()[0].ListChannels()[0].Name);

        var wrong = await broker.Api.DeleteAsync($"/api/consumers/%2F/{name}/nope");
        var answer = await broker.Api.DeleteAsync($"/api/consumers/%2F/{name}/a%2Fb");

        Assert.That((wrong.Status, answer.Status), Is.EqualTo((404, 204)));
        Assert.That(await cancelled.Task.WaitAsync(cancellationToken), Is.EqualTo(new[] { "a/b" }));
        var queue = broker.VirtualHost.GetQueue("q", this);
        Assert.That((queue.Count().Consumers, queue.Count().Unacked), Is.EqualTo((0, 1L)));
        await channel.BasicAckAsync(tag, multiple: false, cancellationToken);
        await Eventually.TrueAsync(() => queue.Count().Unacked == 0, "the message to be settled", cancellationToken);
    }

    [Test]
    public async Task The_last_consumer_of_an_auto_delete_queue_takes_it_along(CancellationToken cancellationToken)
    {
        await using var broker = await ManagedBroker.StartAsync();
        var factory = new ConnectionFactory { HostName = "127.0.0.1", Port = broker.AmqpPort };
        await using var connection = await factory.CreateConnectionAsync(cancellationToken);
        await using var channel = await connection.CreateChannelAsync(cancellationToken: cancellationToken);
        await channel.QueueDeclareAsync("q", durable: false, exclusive: false, autoDelete: true, cancellationToken: cancellationToken);
        await channel.BasicConsumeAsync("q", autoAck: true, "t", new AsyncEventingBasicConsumer(channel), cancellationToken);
        var name = Uri.EscapeDataString(broker.Broker.Clients.List()[0].ListChannels()[0].Name);

        await broker.Api.DeleteAsync($"/api/consumers/%2F/{name}/t");

        Assert.That((await broker.Api.GetAsync("/api/queues/%2F/q")).Status, Is.EqualTo(404));
    }
}
