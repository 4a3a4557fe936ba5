using AmqpBroker.ConformanceTests.Wire.Client;
using NUnit.Framework;

namespace AmqpBroker.ConformanceTests.Wire.Basic;

public sealed class BasicCancel : ChannelRules
{
    [Test]
    public async Task Is_answered_with_the_tag()
    {
        await DeclareQueueAsync();
        await ConsumeAsync(tag: "mine");

        var cancelled = await CallAsync("basic.cancel", ("consumer-tag", "mine"));

        Assert.That(cancelled.Text("consumer-tag"), Is.EqualTo("mine"));
    }

    [Test]
    public async Task Of_an_unknown_tag_is_answered_too()
    {
        var cancelled = await CallAsync("basic.cancel", ("consumer-tag", "unknown"));

        Assert.That(cancelled.Text("consumer-tag"), Is.EqualTo("unknown"));
    }

    [Test]
    public async Task Ends_the_deliveries()
    {
        await DeclareQueueAsync();
        await ConsumeAsync();

        await CallAsync("basic.cancel", ("consumer-tag", "ctag"));
        await PublishAsync("message");

        Assert.That((await GetAsync()).Text, Is.EqualTo("message"));
    }

    [Test]
    public async Task Leaves_unacknowledged_messages_with_the_channel()
    {
        await DeclareQueueAsync();
        await PublishAsync("held");
        await ConsumeAsync();
        await Client.ExpectContentAsync("basic.deliver");

        await CallAsync("basic.cancel", ("consumer-tag", "ctag"));

        await ExpectEmptyAsync();
        await SendAsync("basic.ack", ("delivery-tag", 1));
        await ExpectNothingAsync();
    }

    [Test]
    public async Task With_nowait_there_is_no_answer()
    {
        await DeclareQueueAsync();
        await ConsumeAsync();

        await SendAsync("basic.cancel", ("consumer-tag", "ctag"), ("nowait", true));

        await ExpectNothingAsync();
    }

    [Test]
    public async Task Frees_the_tag()
    {
        await DeclareQueueAsync();
        await ConsumeAsync(tag: "mine");

        await CallAsync("basic.cancel", ("consumer-tag", "mine"));

        await ConsumeAsync(tag: "mine");
    }

    [Test]
    public async Task Of_the_broker_tells_that_the_queue_was_deleted()
    {
        await DeclareAsync(Name, "queue.declare");
        await ConsumeAsync(tag: "mine");
        await using var other = await OpenAnotherAsync();

        await other.CallAsync(1, "queue.delete", ("queue", Name));

        var cancelled = await Client.ExpectAsync("basic.cancel");
        Assert.That((cancelled.Text("consumer-tag"), cancelled.Bit("nowait")), Is.EqualTo(("mine", true)));
    }

    [Test]
    public async Task Of_the_broker_follows_delete_ok_on_the_deleting_channel()
    {
        await DeclareQueueAsync();
        await ConsumeAsync(tag: "mine");

        await CallAsync("queue.delete", ("queue", Name));

        await Client.ExpectAsync("basic.cancel");
    }

    [Test]
    public async Task Of_the_broker_is_not_sent_to_clients_that_do_not_know_it()
    {
        await DeclareAsync(Name, "queue.declare");
        await using var plain = await WireClient.OpenAsync(new FieldTable());
        await plain.CallAsync(1, "channel.open");
        await plain.CallAsync(1, "basic.consume", ("queue", Name));

        await CallAsync("queue.delete", ("queue", Name));

        await plain.CallAsync(1, "basic.qos");
    }
}
