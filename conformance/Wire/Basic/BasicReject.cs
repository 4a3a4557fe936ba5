using NUnit.Framework;

namespace AmqpBroker.ConformanceTests.Wire.Basic;

/// <summary>basic.reject, and basic.nack, which is basic.reject with multiple.</summary>
public sealed class BasicReject : ChannelRules
{
    [TestCase("basic.reject")]
    [TestCase("basic.nack")]
    public async Task With_requeue_puts_the_message_back_as_redelivered(string method)
    {
        await TakeAsync("a");

        await SendAsync(method, ("delivery-tag", 1), ("requeue", true));

        var got = await GetAsync();
        Assert.That((got.Text, got.Method.Bit("redelivered")), Is.EqualTo(("a", true)));
    }

    [TestCase("basic.reject")]
    [TestCase("basic.nack")]
    public async Task Without_requeue_drops_the_message(string method)
    {
        await TakeAsync("a");

        await SendAsync(method, ("delivery-tag", 1), ("requeue", false));

        await CallAsync("basic.recover", ("requeue", true));
        await ExpectEmptyAsync();
    }

    [TestCase("basic.reject")]
    [TestCase("basic.nack")]
    public async Task Of_an_unknown_tag_closes_the_channel_with_406(string method)
    {
        await SendAsync(method, ("delivery-tag", 7), ("requeue", true));

        await ExpectChannelCloseAsync(406, "PRECONDITION_FAILED - unknown delivery tag 7", method);
    }

    [Test]
    public async Task Multiple_requeues_all_up_to_the_tag_in_their_order()
    {
        await TakeAsync("a", "b", "c");

        await SendAsync("basic.nack", ("delivery-tag", 2), ("multiple", true), ("requeue", true));

        Assert.That((await GetAsync()).Text, Is.EqualTo("a"));
        Assert.That((await GetAsync()).Text, Is.EqualTo("b"));
        await ExpectEmptyAsync();
    }

    [Test]
    public async Task Multiple_of_tag_0_requeues_all()
    {
        await TakeAsync("a", "b");

        await SendAsync("basic.nack", ("delivery-tag", 0), ("multiple", true), ("requeue", true));

        Assert.That((await GetAsync()).Text, Is.EqualTo("a"));
        Assert.That((await GetAsync()).Text, Is.EqualTo("b"));
    }

    [Test]
    public async Task Multiple_of_tag_0_with_nothing_outstanding_is_ok()
    {
        await SendAsync("basic.nack", ("delivery-tag", 0), ("multiple", true), ("requeue", true));

        await ExpectNothingAsync();
    }

    private async Task TakeAsync(params string[] texts)
    {
        await DeclareQueueAsync();
        foreach (var text in texts)
        {
            await PublishAsync(text);
        }

        foreach (var _ in texts)
        {
            await GetAsync(noAck: false);
        }
    }
}
