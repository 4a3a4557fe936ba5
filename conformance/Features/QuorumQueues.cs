using NUnit.Framework;
using RabbitMQ.Client.Exceptions;

namespace AmqpBroker.ConformanceTests.Features;

/// <summary>The queue type quorum.</summary>
public sealed class QuorumQueues : FeatureRules
{
    [Test]
    public async Task Keep_messages_in_order()
    {
        var queue = await QuorumAsync();

        await FillAsync(queue, "1", "2", "3");

        await ExpectEventuallyAsync(queue, "1", "2", "3");
    }

    [Test]
    public async Task Count_deliveries_from_0()
    {
        var queue = await QuorumAsync();
        await FillAsync(queue, "1");

        for (var count = 0L; count < 3; count++)
        {
            var got = await GetAsync(queue, autoAck: false);
            Assert.That((got.Header("x-delivery-count"), got.Redelivered), Is.EqualTo((count, count > 0)));
            await Channel.BasicRejectAsync(got.Tag, requeue: true);
        }
    }

    [Test]
    public async Task Drop_a_message_beyond_the_delivery_limit()
    {
        var queue = await QuorumAsync(("x-delivery-limit", 1));
        await FillAsync(queue, "1");
        await RejectAsync(queue);

        await RejectAsync(queue);

        await ExpectCountAsync(queue, 0);
    }

    [Test]
    public async Task Deliver_a_message_as_often_as_the_limit_and_once_more()
    {
        var queue = await QuorumAsync(("x-delivery-limit", 2));
        await FillAsync(queue, "1");
        await RejectAsync(queue);
        await RejectAsync(queue);

        Assert.That((await GetAsync(queue)).Header("x-delivery-count"), Is.EqualTo(2));
    }

    [Test]
    public async Task Dead_letter_a_message_beyond_the_delivery_limit_with_its_reason()
    {
        var graveyard = await QueueAsync("dead");
        var queue = await QuorumAsync(
            ("x-delivery-limit", 0), ("x-dead-letter-exchange", string.Empty), ("x-dead-letter-routing-key", graveyard));
        await FillAsync(queue, "1");

        await RejectAsync(queue);

        var death = (await GetAsync(graveyard)).Deaths[0];
        Assert.That((death.Reason, death.Queue, death.Count), Is.EqualTo(("delivery_limit", queue, 1L)));
    }

    [Test]
    public async Task Count_the_end_of_a_channel_as_a_failed_delivery()
    {
        var queue = await QuorumAsync(("x-delivery-limit", 0));
        await FillAsync(queue, "1");
        await using (var channel = await OpenChannelAsync())
        {
            Assert.That(await channel.BasicGetAsync(queue, autoAck: false), Is.Not.Null);
        }

        await ExpectCountAsync(queue, 0);
    }

    [Test]
    public async Task Dead_letter_rejected_messages()
    {
        var graveyard = await QueueAsync("dead");
        var queue = await QuorumAsync(("x-dead-letter-exchange", string.Empty), ("x-dead-letter-routing-key", graveyard));
        await FillAsync(queue, "1");
        var got = await GetAsync(queue, autoAck: false);

        await Channel.BasicRejectAsync(got.Tag, requeue: false);

        Assert.That((await GetAsync(graveyard)).Deaths[0].Reason, Is.EqualTo("rejected"));
    }

    [Test]
    public async Task Let_messages_expire()
    {
        var graveyard = await QueueAsync("dead");
        var queue = await QuorumAsync(
            ("x-message-ttl", 50), ("x-dead-letter-exchange", string.Empty), ("x-dead-letter-routing-key", graveyard));

        await FillAsync(queue, "1");

        Assert.That((await GetAsync(graveyard)).Deaths[0].Reason, Is.EqualTo("expired"));
    }

    [Test]
    public async Task Drop_the_oldest_beyond_their_length()
    {
        var queue = await QuorumAsync(("x-max-length", 2));

        await FillAsync(queue, "1", "2", "3");

        await ExpectEventuallyAsync(queue, "2", "3");
    }

    [Test]
    public async Task Nack_beyond_their_length_with_reject_publish()
    {
        var queue = await QuorumAsync(("x-max-length", 1), ("x-overflow", "reject-publish"));

        // The limit may be exceeded a little before publishers feel it.
        PublishException? nacked = null;
        for (var published = 0; published < 20 && nacked is null; published++)
        {
            try
            {
                await FillAsync(queue, "text");
            }
            catch (PublishException refused)
            {
                nacked = refused;
            }
        }

        Assert.That(nacked, Is.Not.Null.And.Property("IsReturn").False);
    }

    [Test]
    public async Task Obey_prefetch()
    {
        var queue = await QuorumAsync();
        await FillAsync(queue, "1", "2", "3");
        await Channel.BasicQosAsync(0, 2, global: false);

        var inbox = await ConsumeAsync(queue, autoAck: false);

        await inbox.TakeAsync(2);
        await ExpectCountAsync(queue, 1);
        await Channel.BasicAckAsync(2, multiple: true);
        Assert.That(await inbox.TakeAsync(1), Is.EqualTo(new[] { "3" }));
    }

    [Test]
    public async Task Serve_returned_messages_before_others()
    {
        var queue = await QuorumAsync(("x-delivery-limit", 10));
        await FillAsync(queue, "1", "2", "3");
        await Channel.BasicQosAsync(0, 1, global: false);
        var inbox = await ConsumeAsync(queue, autoAck: false);
        var first = await inbox.NextAsync();

        await Channel.BasicNackAsync(first.Tag, multiple: false, requeue: true);

        Assert.That((await inbox.NextAsync()).Marked, Is.EqualTo("1*"));
    }

    [TestCase(false, false, false, "non-durable")]
    [TestCase(true, true, false, "exclusive-owner")]
    [TestCase(true, false, true, "auto-delete")]
    public Task Must_be_durable_and_shared_and_stay(bool durable, bool exclusive, bool autoDelete, string property) => ExpectRefusalAsync(
        406,
        $"PRECONDITION_FAILED - invalid property '{property}' for {QueueNamed($"{Name}.q")}",
        channel => channel.QueueDeclareAsync($"{Name}.q", durable, exclusive, autoDelete, Arguments(("x-queue-type", "quorum"))));

    [Test]
    public Task Must_have_a_name() => ExpectRefusalAsync(
        406,
        "PRECONDITION_FAILED - Cannot declare a server-named queue for type rabbit_quorum_queue",
        channel => channel.QueueDeclareAsync(string.Empty, durable: true, exclusive: false, autoDelete: false, Arguments(("x-queue-type", "quorum"))));

    [TestCase("x-max-priority", 5)]
    [TestCase("x-queue-mode", "lazy")]
    [TestCase("x-max-age", "1D")]
    public Task Refuse_the_argument(string argument, object value) => ExpectRefusalAsync(
        406,
        $"PRECONDITION_FAILED - invalid arg '{argument}' for {QueueNamed($"{Name}.q")} of queue type rabbit_quorum_queue",
        channel => channel.QueueDeclareAsync(
            $"{Name}.q", durable: true, exclusive: false, autoDelete: false, Arguments(("x-queue-type", "quorum"), (argument, value))));

    [Test]
    public async Task Cannot_be_declared_over_a_classic_queue()
    {
        var queue = await DurableQueueAsync();

        await ExpectRefusalAsync(
            406,
            $"PRECONDITION_FAILED - inequivalent arg 'x-queue-type' for {QueueNamed(queue)}: "
            + "received the value 'quorum' of type 'longstr' but current is none",
            channel => channel.QueueDeclareAsync(queue, durable: true, exclusive: false, autoDelete: false, Arguments(("x-queue-type", "quorum"))));
    }

    [TestCase(true, false)]
    [TestCase(false, true)]
    public async Task Cannot_be_deleted_on_conditions(bool ifUnused, bool ifEmpty)
    {
        var queue = await QuorumAsync();
        await using var connection = await ConnectAsync();
        await using var channel = await connection.CreateChannelAsync();

        var closed = await Assert.ThrowsAsync<OperationInterruptedException>(() => channel.QueueDeleteAsync(queue, ifUnused, ifEmpty));

        Assert.That(closed.ShutdownReason?.ReplyCode, Is.EqualTo(540));
    }

    [Test]
    public async Task Do_not_support_a_window_of_the_channel()
    {
        var queue = await QuorumAsync();
        await using var connection = await ConnectAsync();
        await using var channel = await connection.CreateChannelAsync();
        await channel.BasicQosAsync(0, 10, global: true);

        var closed = await Assert.ThrowsAsync<OperationInterruptedException>(() => ConsumeAsync(channel, queue, autoAck: false));

        Assert.That(
            (closed.ShutdownReason?.ReplyCode, closed.ShutdownReason?.ReplyText),
            Is.EqualTo((540, $"NOT_IMPLEMENTED - {QueueNamed(queue)} does not support global qos")));
    }

    [Test]
    public async Task With_a_single_active_consumer_give_to_the_first_only()
    {
        var queue = await QuorumAsync(("x-single-active-consumer", true));
        var first = await ConsumeAsync(queue, autoAck: true);
        var second = await ConsumeAsync(queue, autoAck: true);

        await FillAsync(queue, "1", "2");

        await first.TakeAsync(2);
        Assert.That(second.IsEmpty);
    }

    private Task<string> QuorumAsync(params (string Name, object? Value)[] arguments) =>
        DurableQueueAsync("q", [("x-queue-type", "quorum"), .. arguments]);

    private async Task RejectAsync(string queue)
    {
        var got = await GetAsync(queue, autoAck: false);
        await Channel.BasicRejectAsync(got.Tag, requeue: true);
    }
}
