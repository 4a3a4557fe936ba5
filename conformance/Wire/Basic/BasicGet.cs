using AmqpBroker.ConformanceTests.Wire.Queues;
using NUnit.Framework;

namespace AmqpBroker.ConformanceTests.Wire.Basic;

public sealed class BasicGet : ChannelRules
{
    [Test]
    public async Task Tells_exchange_key_and_what_is_left()
    {
        await DeclareQueueAsync();
        await PublishAsync("a");
        await PublishAsync("b");
        await PublishAsync("c");

        var got = await GetAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(got.Text, Is.EqualTo("a"));
            Assert.That(got.Method.Number("delivery-tag"), Is.EqualTo(1));
            Assert.That(got.Method.Bit("redelivered"), Is.False);
            Assert.That(got.Method.Text("exchange"), Is.Empty);
            Assert.That(got.Method.Text("routing-key"), Is.EqualTo(Name));
            Assert.That(got.Method.Number("message-count"), Is.EqualTo(2));
        }
    }

    [Test]
    public async Task Of_an_empty_queue_is_answered_with_an_empty_cluster_id()
    {
        await DeclareQueueAsync();

        await SendAsync("basic.get", ("queue", Name));

        Assert.That((await Client.ExpectAsync("basic.get-empty")).Text("cluster-id"), Is.Empty);
    }

    [Test]
    public async Task Of_a_missing_queue_closes_the_channel_with_404()
    {
        await SendAsync("basic.get", ("queue", Name));

        await ExpectChannelCloseAsync(404, $"NOT_FOUND - no {QueueNamed(Name)}", "basic.get");
    }

    [Test]
    public async Task Of_no_queue_with_none_declared_closes_the_channel_with_404()
    {
        await SendAsync("basic.get");

        await ExpectChannelCloseAsync(404, "NOT_FOUND - no previously declared queue", "basic.get");
    }

    [Test]
    public async Task Of_a_queue_exclusive_to_another_connection_closes_the_channel_with_405()
    {
        await using var owner = await OpenAnotherAsync();
        await owner.CallAsync(1, "queue.declare", ("queue", Name), ("exclusive", true));

        await SendAsync("basic.get", ("queue", Name));

        await ExpectChannelCloseAsync(405, LockedText.Of(QueueNamed(Name)), "basic.get");
    }

    [Test]
    public async Task Is_allowed_beside_an_exclusive_consumer()
    {
        await DeclareQueueAsync();
        await CallAsync("basic.consume", ("queue", Name), ("exclusive", true));

        await ExpectEmptyAsync();
    }

    [Test]
    public async Task Is_not_limited_by_prefetch()
    {
        await DeclareQueueAsync();
        await CallAsync("basic.qos", ("prefetch-count", 1), ("global", true));
        await PublishAsync("a");
        await PublishAsync("b");

        await GetAsync(noAck: false);

        Assert.That((await GetAsync(noAck: false)).Text, Is.EqualTo("b"));
    }

    [Test]
    public async Task Shares_the_numbers_of_deliveries_with_consumers()
    {
        await DeclareQueueAsync();
        await PublishAsync("a");
        await GetAsync();
        await ConsumeAsync(noAck: true);
        await PublishAsync("b");

        Assert.That((await Client.ExpectContentAsync("basic.deliver")).Method.Number("delivery-tag"), Is.EqualTo(2));
    }
}
