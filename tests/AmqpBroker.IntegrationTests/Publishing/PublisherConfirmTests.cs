using AmqpBroker.IntegrationTests.Support;
using NUnit.Framework;
using RabbitMQ.Client;

namespace AmqpBroker.IntegrationTests.Publishing;

public sealed class PublisherConfirmTests
{
    [Test]
    [CancelAfter(Deadline.Normal)]
    public async Task Every_one_of_many_publishes_in_flight_is_confirmed(CancellationToken cancellationToken)
    {
        await using var client = await TestClient.ConnectAsync(cancellationToken);
        var queue = await client.DeclareQueueAsync(cancellationToken);
        var texts = Enumerable.Range(0, 2_000).Select(n => $"{n}").ToList();

        await client.PublishToQueueAsync(queue, texts, cancellationToken);

        Assert.That(await client.Channel.MessageCountAsync(queue, cancellationToken), Is.EqualTo(2_000));
    }

    [Test]
    [CancelAfter(Deadline.Normal)]
    public async Task A_persistent_message_to_a_durable_queue_is_confirmed(CancellationToken cancellationToken)
    {
        await using var client = await TestClient.ConnectAsync(cancellationToken);
        var queue = Unique.Name("durable");
        await client.Channel.QueueDeclareAsync(queue, durable: true, exclusive: false, autoDelete: false, cancellationToken: cancellationToken);
        var persistent = new BasicProperties { DeliveryMode = DeliveryModes.Persistent };

        await client.Channel.BasicPublishAsync(string.Empty, queue, mandatory: true, persistent, new byte[100], cancellationToken);

        var deleted = await client.Channel.QueueDeleteAsync(queue, cancellationToken: cancellationToken);
        Assert.That(deleted, Is.EqualTo(1));
    }

    [Test]
    [CancelAfter(Deadline.Normal)]
    public async Task A_message_that_no_queue_wants_is_confirmed_too(CancellationToken cancellationToken)
    {
        await using var client = await TestClient.ConnectAsync(cancellationToken);

        await client.PublishAsync("amq.fanout", Unique.Name("nowhere"), "lost", cancellationToken);

        Assert.That(client.Channel.IsOpen);
    }

    [Test]
    [CancelAfter(Deadline.Normal)]
    public async Task Sequence_numbers_start_with_the_first_publish_after_confirm_select(CancellationToken cancellationToken)
    {
        await using var client = await TestClient.ConnectAsync(cancellationToken);
        var options = new CreateChannelOptions(
            publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: false);
        await using var channel = await client.Connection.CreateChannelAsync(options, cancellationToken);
        var confirmedUpTo = new TaskCompletionSource<ulong>(TaskCreationOptions.RunContinuationsAsynchronously);
        channel.BasicAcksAsync += (_, ack) =>
        {
            confirmedUpTo.TrySetResult(ack.DeliveryTag);
            return Task.CompletedTask;
        };

        await channel.BasicPublishAsync(string.Empty, Unique.Name("nowhere"), new byte[1], cancellationToken);

        Assert.That(await confirmedUpTo.Task.WaitAsync(cancellationToken), Is.EqualTo(1));
    }

    [Test]
    [CancelAfter(Deadline.Normal)]
    public async Task Confirms_of_a_burst_cover_every_sequence_number_once(CancellationToken cancellationToken)
    {
        const int Published = 5_000;
        await using var client = await TestClient.ConnectAsync(cancellationToken);
        var queue = await client.DeclareQueueAsync(cancellationToken);
        var options = new CreateChannelOptions(
            publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: false);
        await using var channel = await client.Connection.CreateChannelAsync(options, cancellationToken);
        var confirms = new ConfirmLedger(Published);
        channel.BasicAcksAsync += (_, ack) => confirms.RecordAsync(ack.DeliveryTag, ack.Multiple);

        for (var n = 0; n < Published; n++)
        {
            await channel.BasicPublishAsync(string.Empty, queue, new byte[16], cancellationToken);
        }

        await confirms.Complete.WaitAsync(cancellationToken);
        Assert.That(confirms.ConfirmedTwice, Is.Zero);
    }
}
