using AmqpBroker.IntegrationTests.Support;
using NUnit.Framework;
using RabbitMQ.Client;

namespace AmqpBroker.IntegrationTests.Load;

[NonParallelizable]
public sealed class ManyConnectionsTests
{
    private const int Connections = 200;
    private const int ChannelsEach = 10;

    [Test]
    [CancelAfter(Deadline.Long)]
    public async Task Two_hundred_connections_with_ten_channels_each_get_their_messages(CancellationToken cancellationToken)
    {
        var clients = new List<TestClient>();
        try
        {
            for (var n = 0; n < Connections; n++)
            {
                clients.Add(await TestClient.ConnectAsync(cancellationToken));
            }

            // All at once, while every connection stays open.
            await Task.WhenAll(clients.Select(client => RoundTripOnEveryChannelAsync(client, cancellationToken)));
        }
        finally
        {
            foreach (var client in clients)
            {
                await client.DisposeAsync();
            }
        }
    }

    private static async Task RoundTripOnEveryChannelAsync(TestClient client, CancellationToken cancellationToken)
    {
        var channels = new List<IChannel> { client.Channel };
        while (channels.Count < ChannelsEach)
        {
            channels.Add(await client.OpenConfirmingChannelAsync(cancellationToken));
        }

        await Task.WhenAll(channels.Select(channel => RoundTripAsync(channel, cancellationToken)));
    }

    private static async Task RoundTripAsync(IChannel channel, CancellationToken cancellationToken)
    {
        var queue = await channel.QueueDeclareAsync(cancellationToken: cancellationToken);
        var inbox = new Inbox(channel);
        await channel.BasicConsumeAsync(queue.QueueName, autoAck: false, inbox, cancellationToken);

        await channel.BasicPublishAsync(string.Empty, queue.QueueName, mandatory: true, new byte[32], cancellationToken);

        var delivery = await inbox.NextAsync(cancellationToken);
        Assert.That(delivery.RoutingKey, Is.EqualTo(queue.QueueName));
        await channel.BasicAckAsync(delivery.Tag, multiple: false, cancellationToken);
    }
}
