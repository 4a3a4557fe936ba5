using AmqpBroker.ConformanceTests.Wire.Client;
using NUnit.Framework;

namespace AmqpBroker.ConformanceTests.Wire.Confirm;

public sealed class ConfirmSelect : ChannelRules
{
    [Test]
    public async Task Twice_is_ok()
    {
        await CallAsync("confirm.select");

        await CallAsync("confirm.select");
    }

    [Test]
    public async Task With_nowait_there_is_no_answer()
    {
        await SendAsync("confirm.select", ("nowait", true));

        await ExpectNothingAsync();
    }

    [Test]
    public async Task After_tx_select_closes_the_channel_with_406()
    {
        await CallAsync("tx.select");

        await SendAsync("confirm.select");

        await ExpectChannelCloseAsync(406, "PRECONDITION_FAILED - cannot switch from tx to confirm mode", "confirm.select");
    }

    [Test]
    public async Task Numbers_messages_from_1_after_it()
    {
        await DeclareQueueAsync();
        await PublishAsync("before");
        await CallAsync("confirm.select");

        await PublishAsync("after");

        Assert.That((await Client.ExpectAsync("basic.ack")).Number("delivery-tag"), Is.EqualTo(1));
    }

    [Test]
    public async Task A_second_time_does_not_begin_again()
    {
        await DeclareQueueAsync();
        await CallAsync("confirm.select");
        await PublishAsync("a");
        await Client.ExpectAsync("basic.ack");
        await CallAsync("confirm.select");

        await PublishAsync("b");

        Assert.That((await Client.ExpectAsync("basic.ack")).Number("delivery-tag"), Is.EqualTo(2));
    }

    [Test]
    public async Task Numbers_each_channel_by_itself()
    {
        await CallAsync("confirm.select");
        await Client.CallAsync(2, "channel.open");
        await Client.CallAsync(2, "confirm.select");
        await Client.PublishAsync(1, "amq.direct", Name, []);
        await Client.ExpectAsync("basic.ack");

        await Client.PublishAsync(2, "amq.direct", Name, []);

        Assert.That((await Client.ExpectAsync("basic.ack", channel: 2)).Number("delivery-tag"), Is.EqualTo(1));
    }

    [Test]
    public async Task Acks_a_message_that_no_queue_takes()
    {
        await CallAsync("confirm.select");

        await Client.PublishAsync(1, "amq.direct", Name, []);

        Assert.That((await Client.ExpectAsync("basic.ack")).Number("delivery-tag"), Is.EqualTo(1));
    }

    [Test]
    public async Task Returns_a_mandatory_message_before_its_ack()
    {
        await CallAsync("confirm.select");

        await Client.PublishAsync(1, "amq.direct", Name, [], mandatory: true);

        await Client.ExpectContentAsync("basic.return");
        await Client.ExpectAsync("basic.ack");
    }

    [Test]
    public async Task Acks_a_persistent_message_in_a_durable_queue()
    {
        await DeclareAsync(Name, "queue.declare", ("durable", true));
        await CallAsync("confirm.select");

        await PublishAsync("kept", new WireProperties { ["delivery-mode"] = (byte)2 });

        Assert.That((await Client.ExpectAsync("basic.ack")).Number("delivery-tag"), Is.EqualTo(1));
    }

    [Test]
    public async Task Acks_every_message_once()
    {
        await DeclareQueueAsync();
        await CallAsync("confirm.select");
        for (var published = 0; published < 100; published++)
        {
            await PublishAsync("message");
        }

        // Acks may come in any order, each for one message or for all up to it.
        var unconfirmed = Enumerable.Range(1, 100).Select(tag => (long)tag).ToHashSet();
        while (unconfirmed.Count > 0)
        {
            var ack = await Client.ExpectAsync("basic.ack");
            var tag = ack.Number("delivery-tag");
            var settled = ack.Bit("multiple") ? unconfirmed.RemoveWhere(open => open <= tag) : unconfirmed.Remove(tag) ? 1 : 0;
            Assert.That(settled, Is.Positive, $"{ack} settles nothing");
        }

        await ExpectNothingAsync();
    }

    [Test]
    public async Task Leaves_no_ack_behind_a_message_that_closes_the_channel()
    {
        await CallAsync("confirm.select");

        await Client.PublishAsync(1, Name, "key", []);

        await ExpectChannelCloseAsync(404, $"NOT_FOUND - no {ExchangeNamed(Name)}", "basic.publish");
    }
}
