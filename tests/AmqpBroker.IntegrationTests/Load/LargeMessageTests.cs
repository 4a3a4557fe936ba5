using System.Security.Cryptography;
using AmqpBroker.IntegrationTests.Support;
using NUnit.Framework;
using RabbitMQ.Client;

namespace AmqpBroker.IntegrationTests.Load;

[NonParallelizable]
public sealed class LargeMessageTests
{
    private const int MebiByte = 1024 * 1024;

    [Test]
    [CancelAfter(Deadline.Long)]
    public async Task A_message_of_64_MiB_arrives_octet_for_octet(CancellationToken cancellationToken)
    {
        // The client refuses to receive more than 64 MiB unless told otherwise.
        var factory = TestClient.Factory(SharedBroker.Endpoint);
        factory.MaxInboundMessageBodySize = 65 * MebiByte;
        await using var client = await TestClient.ConnectAsync(factory, cancellationToken);
        var queue = await client.DeclareQueueAsync(cancellationToken);
        var body = new byte[64 * MebiByte];
        new Random(64).NextBytes(body);

        await client.Channel.BasicPublishAsync(string.Empty, queue, mandatory: true, body, cancellationToken);
        var inbox = await client.ConsumeAsync(queue, cancellationToken);

        var received = await inbox.NextAsync(cancellationToken);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(received.Body, Has.Length.EqualTo(body.Length));
            Assert.That(SHA256.HashData(received.Body), Is.EqualTo(SHA256.HashData(body)));
        }
    }
}
