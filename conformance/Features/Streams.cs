using NUnit.Framework;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace AmqpBroker.ConformanceTests.Features;

/// <summary>The queue type stream.</summary>
public sealed class Streams : FeatureRules
{
    [Test]
    public async Task Give_every_message_to_every_consumer()
    {
        var stream = await StreamAsync();
        await FillAsync(stream, "1", "2");
        await Channel.BasicQosAsync(0, 10, global: false);

        var a = await ConsumeAsync(stream, autoAck: false, ("x-stream-offset", "first"));
        var b = await ConsumeAsync(stream, autoAck: false, ("x-stream-offset", "first"));

        Assert.That(await a.TakeAsync(2), Is.EqualTo(new[] { "1", "2" }));
        Assert.That(await b.TakeAsync(2), Is.EqualTo(new[] { "1", "2" }));
    }

    [Test]
    public async Task Begin_at_an_offset()
    {
        var stream = await StreamAsync();
        await FillAsync(stream, "0", "1", "2");
        await Channel.BasicQosAsync(0, 10, global: false);

        var inbox = await ConsumeAsync(stream, autoAck: false, ("x-stream-offset", 1L));

        var first = await inbox.NextAsync();
        Assert.That((first.Text, first.Header("x-stream-offset")), Is.EqualTo(("1", 1L)));
    }

    [Test]
    public async Task Need_a_prefetch_to_consume()
    {
        var stream = await StreamAsync();

        await ExpectRefusalAsync(
            406,
            $"PRECONDITION_FAILED - consumer prefetch count is not set for '{QueueNamed(stream)}'",
            channel => ConsumeAsync(channel, stream, autoAck: false));
    }

    [Test]
    public async Task Cannot_be_got_from()
    {
        var stream = await StreamAsync();

        await ExpectConnectionCloseAsync(
            $"NOT_IMPLEMENTED - basic.get not supported by stream queues {QueueNamed(stream)}",
            channel => channel.BasicGetAsync(stream, autoAck: false));
    }

    [Test]
    public async Task Cannot_be_purged()
    {
        var stream = await StreamAsync();

        await ExpectConnectionCloseAsync(
            $"NOT_IMPLEMENTED - queue.purge not supported by stream queues {QueueNamed(stream)}",
            channel => channel.QueuePurgeAsync(stream));
    }

    [Test]
    public Task Are_refused_with_what_to_do_instead() => ExpectRefusalAsync(
        406,
        $"PRECONDITION_FAILED - cannot declare {QueueNamed($"{Name}.q")}: this broker has no streams yet. "
        + "Declare it with 'x-queue-type' quorum or classic instead",
        channel => channel.QueueDeclareAsync(
            $"{Name}.q", durable: true, exclusive: false, autoDelete: false, Arguments(("x-queue-type", "stream"))));

    [TestCase(false, false, false, "non-durable")]
    [TestCase(true, true, false, "exclusive-owner")]
    [TestCase(true, false, true, "auto-delete")]
    public Task Must_be_durable_and_shared_and_stay(bool durable, bool exclusive, bool autoDelete, string property) => ExpectRefusalAsync(
        406,
        $"PRECONDITION_FAILED - invalid property '{property}' for {QueueNamed($"{Name}.q")}",
        channel => channel.QueueDeclareAsync($"{Name}.q", durable, exclusive, autoDelete, Arguments(("x-queue-type", "stream"))));

    [Test]
    public Task Must_have_a_name() => ExpectRefusalAsync(
        406,
        "PRECONDITION_FAILED - Cannot declare a server-named queue for type rabbit_stream_queue",
        channel => channel.QueueDeclareAsync(string.Empty, durable: true, exclusive: false, autoDelete: false, Arguments(("x-queue-type", "stream"))));

    [Test]
    public Task Refuse_segments_that_are_too_large() => ExpectRefusalAsync(
        406,
        "PRECONDITION_FAILED - Exceeded max value for x-stream-max-segment-size-bytes",
        channel => channel.QueueDeclareAsync(
            $"{Name}.q", durable: true, exclusive: false, autoDelete: false, Arguments(("x-queue-type", "stream"), ("x-stream-max-segment-size-bytes", 3_000_000_001))));

    [TestCase("5")]
    [TestCase("5x")]
    public Task Refuse_the_age(string age) => ExpectRefusalAsync(
        406,
        $"PRECONDITION_FAILED - invalid arg 'x-max-age' for {QueueNamed($"{Name}.q")}: invalid_max_age",
        channel => channel.QueueDeclareAsync(
            $"{Name}.q", durable: true, exclusive: false, autoDelete: false, Arguments(("x-queue-type", "stream"), ("x-max-age", age))));

    [TestCase("x-max-length", 10)]
    [TestCase("x-message-ttl", 10)]
    [TestCase("x-dead-letter-exchange", "a")]
    [TestCase("x-overflow", "drop-head")]
    public Task Refuse_the_argument(string argument, object value) => ExpectRefusalAsync(
        406,
        $"PRECONDITION_FAILED - invalid arg '{argument}' for {QueueNamed($"{Name}.q")} of queue type rabbit_stream_queue",
        channel => channel.QueueDeclareAsync(
            $"{Name}.q", durable: true, exclusive: false, autoDelete: false, Arguments(("x-queue-type", "stream"), (argument, value))));

    private Task<string> StreamAsync() => DurableQueueAsync("q", ("x-queue-type", "stream"));

    private static async Task ExpectConnectionCloseAsync(string text, Func<IChannel, Task> offence)
    {
        await using var connection = await ConnectAsync();
        await using var channel = await connection.CreateChannelAsync();

        var closed = await Assert.ThrowsAsync<OperationInterruptedException>(() => offence(channel));

        Assert.That((closed.ShutdownReason?.ReplyCode, closed.ShutdownReason?.ReplyText), Is.EqualTo((540, text)));
    }
}
