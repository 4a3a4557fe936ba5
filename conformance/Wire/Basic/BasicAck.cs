using NUnit.Framework;

namespace AmqpBroker.ConformanceTests.Wire.Basic;

public sealed class BasicAck : ChannelRules
{
    [Test]
    public async Task Settles_the_message()
    {
        await TakeAsync("a");

        await SendAsync("basic.ack", ("delivery-tag", 1));

        await CallAsync("basic.recover", ("requeue", true));
        await ExpectEmptyAsync();
    }

    [Test]
    public async Task Multiple_settles_all_up_to_the_tag()
    {
        await TakeAsync("a", "b", "c");

        await SendAsync("basic.ack", ("delivery-tag", 2), ("multiple", true));

        await CallAsync("basic.recover", ("requeue", true));
        Assert.That((await GetAsync()).Text, Is.EqualTo("c"));
        await ExpectEmptyAsync();
    }

    [Test]
    public async Task Multiple_of_tag_0_settles_all()
    {
        await TakeAsync("a", "b");

        await SendAsync("basic.ack", ("delivery-tag", 0), ("multiple", true));

        await CallAsync("basic.recover", ("requeue", true));
        await ExpectEmptyAsync();
    }

    [Test]
    public async Task Multiple_of_tag_0_with_nothing_outstanding_is_ok()
    {
        await SendAsync("basic.ack", ("delivery-tag", 0), ("multiple", true));

        await ExpectNothingAsync();
    }

    [Test]
    public async Task In_any_order_is_ok()
    {
        await TakeAsync("a", "b", "c");

        await SendAsync("basic.ack", ("delivery-tag", 3));
        await SendAsync("basic.ack", ("delivery-tag", 1));
        await SendAsync("basic.ack", ("delivery-tag", 2));

        await ExpectNothingAsync();
    }

    [TestCase(7, false)]
    [TestCase(7, true)]
    [TestCase(0, false)]
    public async Task Of_an_unknown_tag_closes_the_channel_with_406(int tag, bool multiple)
    {
        await SendAsync("basic.ack", ("delivery-tag", tag), ("multiple", multiple));

        await ExpectUnknownAsync(tag);
    }

    [TestCase(false)]
    [TestCase(true)]
    public async Task A_second_time_closes_the_channel_with_406(bool multiple)
    {
        await TakeAsync("a");
        await SendAsync("basic.ack", ("delivery-tag", 1));

        await SendAsync("basic.ack", ("delivery-tag", 1), ("multiple", multiple));

        await ExpectUnknownAsync(1);
    }

    [Test]
    public async Task Of_a_delivery_without_acknowledgement_closes_the_channel_with_406()
    {
        await DeclareQueueAsync();
        await PublishAsync("a");
        await GetAsync(noAck: true);

        await SendAsync("basic.ack", ("delivery-tag", 1));

        await ExpectUnknownAsync(1);
    }

    [Test]
    public async Task Of_a_delivery_on_another_channel_closes_the_channel_with_406()
    {
        await TakeAsync("a");
        await Client.CallAsync(2, "channel.open");

        await Client.SendAsync(2, "basic.ack", ("delivery-tag", 1));

        await ExpectChannelCloseAsync(Client, 406, "PRECONDITION_FAILED - unknown delivery tag 1", "basic.ack", channel: 2);
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

    private Task ExpectUnknownAsync(int tag) =>
        ExpectChannelCloseAsync(406, $"PRECONDITION_FAILED - unknown delivery tag {tag}", "basic.ack");
}
