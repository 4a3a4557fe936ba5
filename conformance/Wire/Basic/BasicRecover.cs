using NUnit.Framework;

namespace AmqpBroker.ConformanceTests.Wire.Basic;

public sealed class BasicRecover : ChannelRules
{
    [Test]
    public async Task Is_answered_before_the_messages_come_again()
    {
        await DeclareQueueAsync();
        await ConsumeAsync();
        await PublishAsync("a");
        await Client.ExpectContentAsync("basic.deliver");

        await CallAsync("basic.recover", ("requeue", true));

        var again = await Client.ExpectContentAsync("basic.deliver");
        Assert.That((again.Method.Number("delivery-tag"), again.Method.Bit("redelivered")), Is.EqualTo((2, true)));
    }

    [Test]
    public async Task Without_requeue_closes_the_connection_with_540()
    {
        await SendAsync("basic.recover", ("requeue", false));

        await ExpectConnectionCloseAsync(540, "NOT_IMPLEMENTED - requeue=false", "basic.recover");
    }

    [Test]
    public async Task With_nothing_outstanding_is_answered()
    {
        await CallAsync("basic.recover", ("requeue", true));
    }

    [Test]
    public async Task Async_has_no_answer()
    {
        await DeclareQueueAsync();
        await PublishAsync("a");
        await GetAsync(noAck: false);

        await SendAsync("basic.recover-async", ("requeue", true));

        await ExpectNothingAsync();
        Assert.That((await GetAsync()).Method.Bit("redelivered"));
    }

    [Test]
    public async Task Async_without_requeue_closes_the_connection_with_540()
    {
        await SendAsync("basic.recover-async", ("requeue", false));

        await ExpectConnectionCloseAsync(540, "NOT_IMPLEMENTED - requeue=false", "basic.recover-async");
    }
}
