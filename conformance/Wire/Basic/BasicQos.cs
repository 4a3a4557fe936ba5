using NUnit.Framework;

namespace AmqpBroker.ConformanceTests.Wire.Basic;

public sealed class BasicQos : ChannelRules
{
    [TestCase(true)]
    [TestCase(false)]
    public async Task Is_answered_with_qos_ok(bool global)
    {
        await CallAsync("basic.qos", ("prefetch-count", 10), ("global", global));
    }

    [Test]
    public async Task With_a_prefetch_size_closes_the_connection_with_540()
    {
        await SendAsync("basic.qos", ("prefetch-size", 10));

        await ExpectConnectionCloseAsync(540, "NOT_IMPLEMENTED - prefetch_size!=0 (10)", "basic.qos");
    }

    [Test]
    public async Task Limits_the_unacknowledged_deliveries_of_a_consumer()
    {
        await DeclareQueueAsync();
        await CallAsync("basic.qos", ("prefetch-count", 2));
        await ConsumeAsync();
        foreach (var text in new[] { "a", "b", "c" })
        {
            await PublishAsync(text);
        }

        await Client.ExpectContentAsync("basic.deliver");
        await Client.ExpectContentAsync("basic.deliver");

        await ExpectNothingAsync();
        await SendAsync("basic.ack", ("delivery-tag", 1));
        Assert.That((await Client.ExpectContentAsync("basic.deliver")).Text, Is.EqualTo("c"));
    }
}
