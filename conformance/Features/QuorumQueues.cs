using AmqpBroker.ConformanceTests.Features.Client;
using NUnit.Framework;
using RabbitMQ.Client;
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
    public async Task Tell_a_consumer_of_failed_deliveries_only()
    {
        var queue = await QuorumAsync(("x-delivery-limit", 5));
        await FillAsync(queue, "1");
        var inbox = await ConsumeAsync(queue, autoAck: false);
        var first = await inbox.NextAsync();

        await Channel.BasicNackAsync(first.Tag, multiple: false, requeue: true);

        var second = await inbox.NextAsync();
        Assert.That((first.Header("x-delivery-count"), second.Header("x-delivery-count")), Is.EqualTo(((object?)null, 1L)));
    }

    [Test]
    public async Task Count_themselves_whatever_the_publisher_says()
    {
        var queue = await QuorumAsync();
        var headers = Arguments(("x-delivery-count", 7), ("other", "kept"));
        await PublishAsync(string.Empty, queue, "1", new BasicProperties { ContentType = "text/plain", Headers = headers, MessageId = "m" });

        var got = await GetAsync(queue);

        Assert.That((got.Header("x-delivery-count"), got.Header("other"), got.Properties.ContentType, got.Properties.MessageId), Is.EqualTo((0L, "kept", "text/plain", "m")));
    }

    [Test]
    public async Task Count_a_recovered_message_as_a_failed_delivery()
    {
        var queue = await QuorumAsync();
        await FillAsync(queue, "1");
        await using var connection = await ConnectAsync();
        await using (var channel = await connection.CreateChannelAsync())
        {
            await channel.BasicGetAsync(queue, autoAck: false);
        }

        Assert.That((await GetAsync(queue)).Header("x-delivery-count"), Is.EqualTo(1));
    }

    [Test]
    public async Task Serve_returned_messages_in_the_order_of_their_return()
    {
        var queue = await QuorumAsync(("x-delivery-limit", 5));
        await FillAsync(queue, "1", "2", "3", "4", "5");
        var got = new List<ulong>();
        for (var i = 0; i < 4; i++)
        {
            got.Add((await GetAsync(queue, autoAck: false)).Tag);
        }

        await Channel.BasicRejectAsync(got[2], requeue: true);
        await Channel.BasicNackAsync(got[1], multiple: true, requeue: true);
        await Channel.BasicRejectAsync(got[3], requeue: true);

        await ExpectCountAsync(queue, 5);
        await ExpectEventuallyAsync(queue, "3*", "1*", "2*", "4*", "5");
    }

    [Test]
    public async Task Serve_returned_messages_before_others_without_a_delivery_limit_of_their_own()
    {
        var queue = await QuorumAsync();
        await FillAsync(queue, "1", "2");
        await RejectAsync(queue);

        await ExpectCountAsync(queue, 2);
        await ExpectEventuallyAsync(queue, "1*", "2");
    }

    [Test]
    public async Task Drop_a_message_that_failed_more_than_20_times_when_they_name_no_limit()
    {
        var queue = await QuorumAsync();
        await FillAsync(queue, "1");

        for (var failed = 0; failed <= 20; failed++)
        {
            await RejectAsync(queue);
        }

        await FillAsync(queue, "2");
        Assert.That((await GetAsync(queue)).Text, Is.EqualTo("2"));
    }

    [Test]
    public async Task Never_drop_a_message_with_a_negative_delivery_limit()
    {
        var queue = await QuorumAsync(("x-delivery-limit", -1));
        await FillAsync(queue, "1");

        for (var failed = 0; failed <= 25; failed++)
        {
            await RejectAsync(queue);
        }

        Assert.That((await GetAsync(queue)).Header("x-delivery-count"), Is.EqualTo(26));
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
    public async Task Drop_their_oldest_with_reject_publish_dlx_and_dead_letter_it()
    {
        var graveyard = await QueueAsync("dead");
        var queue = await QuorumAsync(
            ("x-max-length", 1), ("x-overflow", "reject-publish-dlx"), ("x-dead-letter-exchange", string.Empty), ("x-dead-letter-routing-key", graveyard));

        await FillAsync(queue, "1", "2");

        Assert.That((await GetAsync(graveyard)).Text, Is.EqualTo("1"));
        await ExpectEventuallyAsync(queue, "2");
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

    [TestCase("x-dead-letter-strategy", "foo", "invalid_dlx_strategy")]
    [TestCase("x-dead-letter-strategy", 1, "{unacceptable_type,signedint}")]
    [TestCase("x-quorum-initial-group-size", 0, "{value_zero,0}")]
    [TestCase("x-quorum-initial-group-size", -1, "{value_negative,-1}")]
    [TestCase("x-max-in-memory-length", -1, "{value_negative,-1}")]
    [TestCase("x-queue-leader-locator", "foo", "invalid_queue_locator_arg")]
    public Task Refuse_the_value(string argument, object value, string why) => ExpectRefusalAsync(
        406,
        $"PRECONDITION_FAILED - invalid arg '{argument}' for {QueueNamed($"{Name}.q")}: {why}",
        channel => channel.QueueDeclareAsync(
            $"{Name}.q", durable: true, exclusive: false, autoDelete: false, Arguments(("x-queue-type", "quorum"), (argument, value))));

    [Test]
    public Task Refuse_a_delivery_limit_that_is_no_number() => ExpectRefusalAsync(
        406,
        $"PRECONDITION_FAILED - invalid arg 'x-delivery-limit' for {QueueNamed($"{Name}.q")}: \"expected integer, got longstr\"",
        channel => channel.QueueDeclareAsync(
            $"{Name}.q", durable: true, exclusive: false, autoDelete: false, Arguments(("x-queue-type", "quorum"), ("x-delivery-limit", "5"))));

    [TestCase("x-delivery-limit", 5)]
    [TestCase("x-dead-letter-strategy", "at-least-once")]
    [TestCase("x-quorum-initial-group-size", 3)]
    [TestCase("x-max-in-memory-length", 10)]
    [TestCase("x-max-in-memory-bytes", 10)]
    [TestCase("x-queue-leader-locator", "balanced")]
    public async Task Accept_the_argument(string argument, object value) =>
        Assert.That(await QueueExistsAsync(await QuorumAsync((argument, value))), Is.True);

    [Test]
    public async Task Cannot_be_declared_with_another_delivery_limit()
    {
        var queue = await QuorumAsync(("x-delivery-limit", 1));

        await ExpectRefusalAsync(
            406,
            $"PRECONDITION_FAILED - inequivalent arg 'x-delivery-limit' for {QueueNamed(queue)}: received '2' but current is '1'",
            channel => channel.QueueDeclareAsync(
                queue, durable: true, exclusive: false, autoDelete: false, Arguments(("x-queue-type", "quorum"), ("x-delivery-limit", 2))));
    }

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

    [Test]
    public async Task With_a_single_active_consumer_cannot_be_got_from()
    {
        var queue = await QuorumAsync(("x-single-active-consumer", true));

        await ExpectRefusalAsync(
            405,
            $"RESOURCE_LOCKED - cannot obtain access to locked {QueueNamed(queue)}. "
            + "basic.get operations are not supported by quorum queues with single active consumer",
            channel => channel.BasicGetAsync(queue, autoAck: true));
    }

    [Test]
    public async Task Serve_other_consumers_beside_an_exclusive_one()
    {
        var queue = await QuorumAsync();
        var exclusive = new Inbox(Channel);
        await Channel.BasicConsumeAsync(queue, autoAck: true, string.Empty, noLocal: false, exclusive: true, arguments: null, exclusive);
        var other = await ConsumeAsync(queue);

        await FillAsync(queue, "1", "2");

        var first = await exclusive.NextAsync();
        var second = await other.NextAsync();
        Assert.That((string[])[first.Text, second.Text], Is.EquivalentTo(new[] { "1", "2" }));
    }

    private Task<string> QuorumAsync(params (string Name, object? Value)[] arguments) =>
        DurableQueueAsync("q", [("x-queue-type", "quorum"), .. arguments]);

    private async Task RejectAsync(string queue)
    {
        var got = await GetAsync(queue, autoAck: false);
        await Channel.BasicRejectAsync(got.Tag, requeue: true);
    }
}
