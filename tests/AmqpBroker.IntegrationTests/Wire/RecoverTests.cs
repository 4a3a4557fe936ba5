using System.Text;
using AmqpBroker.IntegrationTests.Support;
using AmqpBroker.Protocol;
using AmqpBroker.Protocol.Methods;
using AmqpBroker.TestKit.Wire;
using NUnit.Framework;

namespace AmqpBroker.IntegrationTests.Wire;

/// <summary>basic.recover, which the official client no longer sends.</summary>
public sealed class RecoverTests
{
    [Test]
    [CancelAfter(Deadline.Normal)]
    public async Task Recover_gives_everything_unacknowledged_again(CancellationToken cancellationToken)
    {
        await using var client = await OpenWithMessagesAsync(cancellationToken);
        await ExpectDeliveriesAsync(client, "1 2 3", cancellationToken);

        // The answer comes before the redeliveries.
        await client.CallAsync<BasicRecover, BasicRecoverOk>(1, new BasicRecover(Requeue: true), cancellationToken);

        await ExpectDeliveriesAsync(client, "1* 2* 3*", cancellationToken);
    }

    [Test]
    [CancelAfter(Deadline.Normal)]
    public async Task The_old_recover_has_no_answer(CancellationToken cancellationToken)
    {
        await using var client = await OpenWithMessagesAsync(cancellationToken);
        await ExpectDeliveriesAsync(client, "1 2 3", cancellationToken);

        await client.SendAsync(1, new BasicRecoverAsync(Requeue: true), cancellationToken);

        await ExpectDeliveriesAsync(client, "1* 2* 3*", cancellationToken);
    }

    [Test]
    [CancelAfter(Deadline.Normal)]
    public async Task Acknowledged_messages_are_not_recovered(CancellationToken cancellationToken)
    {
        await using var client = await OpenWithMessagesAsync(cancellationToken);
        await ExpectDeliveriesAsync(client, "1 2 3", cancellationToken);
        await client.SendAsync(1, new BasicAck(2, Multiple: true), cancellationToken);

        await client.CallAsync<BasicRecover, BasicRecoverOk>(1, new BasicRecover(Requeue: true), cancellationToken);

        await ExpectDeliveriesAsync(client, "3*", cancellationToken);
    }

    /// <summary>A client that consumes, with acknowledgements, a queue of its own with the messages "1", "2" and "3".</summary>
    private static async Task<RawAmqpClient> OpenWithMessagesAsync(CancellationToken cancellationToken)
    {
        var client = await RawAmqpClient.ConnectAsync(SharedBroker.Endpoint, HandshakeStage.ChannelOpen, cancellationToken);
        var declared = await client.CallAsync<QueueDeclare, QueueDeclareOk>(1, new QueueDeclare { Exclusive = true }, cancellationToken);
        foreach (var text in new[] { "1", "2", "3" })
        {
            var publish = new BasicPublish(string.Empty, declared.Queue, Mandatory: false, Immediate: false);
            await client.PublishAsync(1, publish, Encoding.UTF8.GetBytes(text), cancellationToken);
        }

        await client.CallAsync<BasicConsume, BasicConsumeOk>(1, new BasicConsume { Queue = declared.Queue }, cancellationToken);
        return client;
    }

    /// <summary>Asserts the next deliveries; a star marks those that come redelivered.</summary>
    private static async Task ExpectDeliveriesAsync(RawAmqpClient client, string expected, CancellationToken cancellationToken)
    {
        var seen = new List<string>();
        foreach (var _ in expected.Split(' '))
        {
            var delivery = await client.ExpectMethodAsync(MethodId.BasicDeliver, cancellationToken);
            var star = delivery.Decode<BasicDeliver>().Redelivered ? "*" : string.Empty;
            seen.Add(Encoding.UTF8.GetString(delivery.Body!) + star);
        }

        Assert.That(string.Join(' ', seen), Is.EqualTo(expected));
    }
}
