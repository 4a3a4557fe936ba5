using NUnit.Framework;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace AmqpBroker.ConformanceTests.Features;

/// <summary>The headers CC and BCC: further routing keys of a message.</summary>
public sealed class CarbonCopies : FeatureRules
{
    [TestCase("CC")]
    [TestCase("BCC")]
    public async Task Go_to_the_queues_of_their_keys(string header)
    {
        var a = await QueueAsync("a");
        var b = await QueueAsync("b");
        var c = await QueueAsync("c");

        await PublishAsync(string.Empty, a, "text", Keys(header, b, c));

        await ExpectAsync(a, "text");
        await ExpectAsync(b, "text");
        await ExpectAsync(c, "text");
    }

    [Test]
    public async Task Are_seen_by_the_receiver()
    {
        var queue = await QueueAsync();

        await PublishAsync(string.Empty, queue, "text", Keys("CC", "copy"));

        Assert.That((await GetAsync(queue)).HasHeader("CC"));
    }

    [Test]
    public async Task That_are_blind_are_not_seen_by_the_receiver()
    {
        var queue = await QueueAsync();

        await PublishAsync(string.Empty, queue, "text", Keys("BCC", "copy"));

        Assert.That((await GetAsync(queue)).HasHeader("BCC"), Is.False);
    }

    [Test]
    public async Task That_are_blind_leave_the_other_headers()
    {
        var queue = await QueueAsync();
        var properties = Keys("BCC", "copy");
        properties.Headers!["own"] = "header";

        await PublishAsync(string.Empty, queue, "text", properties);

        Assert.That((await GetAsync(queue)).Header("own"), Is.EqualTo("header"));
    }

    [Test]
    public async Task Show_the_key_of_the_original()
    {
        var queue = await QueueAsync();

        await PublishAsync(string.Empty, "original", "text", Keys("CC", queue));

        Assert.That((await GetAsync(queue)).RoutingKey, Is.EqualTo("original"));
    }

    [Test]
    public async Task For_one_queue_are_one_message()
    {
        var queue = await QueueAsync();

        await PublishAsync(string.Empty, queue, "text", Keys("CC", queue, queue));

        await ExpectAsync(queue, "text");
    }

    [TestCase("CC")]
    [TestCase("BCC")]
    public async Task Satisfy_mandatory(string header)
    {
        var queue = await QueueAsync();

        await PublishAsync(string.Empty, "nowhere", "text", Keys(header, queue), mandatory: true);

        await ExpectAsync(queue, "text");
    }

    [Test]
    public async Task That_are_blind_are_not_in_a_returned_message()
    {
        var headers = new TaskCompletionSource<IDictionary<string, object?>?>(TaskCreationOptions.RunContinuationsAsynchronously);
        Channel.BasicReturnAsync += (_, message) =>
        {
            headers.TrySetResult(message.BasicProperties.Headers);
            return Task.CompletedTask;
        };

        await Assert.ThrowsAsync<PublishException>(() => PublishAsync(string.Empty, "nowhere", "text", Keys("BCC", "nobody"), mandatory: true));

        Assert.That((await headers.Task)!.Keys, Does.Not.Contain("BCC"));
    }

    [Test]
    public async Task Are_patterns_matched_by_a_topic_exchange()
    {
        var exchange = await ExchangeAsync("topic");
        var queue = await BoundQueueAsync("q", exchange, "copy.*");

        await PublishAsync(exchange, "original", "text", Keys("CC", "copy.1"));

        await ExpectAsync(queue, "text");
    }

    [Test]
    public async Task That_are_no_strings_are_ignored()
    {
        var queue = await QueueAsync();

        await PublishAsync(string.Empty, queue, "text", new BasicProperties { Headers = Arguments(("CC", new List<object> { 1, true })) });

        await ExpectAsync(queue, "text");
    }

    [Test]
    public async Task Are_written_in_capitals()
    {
        var queue = await QueueAsync();

        await PublishAsync(string.Empty, "nowhere", "text", Keys("cc", queue));

        await ExpectAsync(queue);
    }

    [Test]
    public async Task Of_both_kinds_go_to_all_keys()
    {
        var a = await QueueAsync("a");
        var b = await QueueAsync("b");
        var properties = Keys("CC", a);
        properties.Headers!["BCC"] = new List<object> { b };

        await PublishAsync(string.Empty, "nowhere", "text", properties);

        await ExpectAsync(a, "text");
        await ExpectAsync(b, "text");
    }

    private static BasicProperties Keys(string header, params string[] keys) =>
        new() { Headers = Arguments((header, keys.Cast<object>().ToList())) };
}
