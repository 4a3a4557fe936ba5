using NUnit.Framework;

namespace AmqpBroker.ConformanceTests.Wire.Tx;

/// <summary>tx.select, tx.commit and tx.rollback.</summary>
public sealed class Transactions : ChannelRules
{
    [Test]
    public async Task Select_twice_is_ok()
    {
        await CallAsync("tx.select");

        await CallAsync("tx.select");
    }

    [TestCase("tx.commit")]
    [TestCase("tx.rollback")]
    public async Task Without_select_closes_the_channel_with_406(string method)
    {
        await SendAsync(method);

        await ExpectChannelCloseAsync(406, "PRECONDITION_FAILED - channel is not transactional", method);
    }

    [Test]
    public async Task Select_after_confirm_select_closes_the_channel_with_406()
    {
        await CallAsync("confirm.select");

        await SendAsync("tx.select");

        await ExpectChannelCloseAsync(406, "PRECONDITION_FAILED - cannot switch from confirm to tx mode", "tx.select");
    }

    [Test]
    public async Task Commit_publishes_what_was_held()
    {
        await DeclareQueueAsync();
        await CallAsync("tx.select");
        await PublishAsync("a");
        Assert.That(await CountAsync(), Is.Zero);

        await CallAsync("tx.commit");

        Assert.That((await GetAsync()).Text, Is.EqualTo("a"));
    }

    [Test]
    public async Task Rollback_drops_what_was_held()
    {
        await DeclareQueueAsync();
        await CallAsync("tx.select");
        await PublishAsync("a");

        await CallAsync("tx.rollback");

        await CallAsync("tx.commit");
        await ExpectEmptyAsync();
    }

    [Test]
    public async Task Commit_sends_returns_before_commit_ok()
    {
        await CallAsync("tx.select");
        await Client.PublishAsync(1, "amq.direct", Name, "body"u8.ToArray(), mandatory: true);
        await ExpectNothingAsync();

        await SendAsync("tx.commit");

        await Client.ExpectContentAsync("basic.return");
        await Client.ExpectAsync("tx.commit-ok");
    }

    [Test]
    public async Task Publishing_to_a_missing_exchange_fails_before_commit()
    {
        await CallAsync("tx.select");

        await Client.PublishAsync(1, Name, "key", []);

        await ExpectChannelCloseAsync(404, $"NOT_FOUND - no {ExchangeNamed(Name)}", "basic.publish");
    }

    [Test]
    public async Task An_ack_of_an_unknown_tag_fails_before_commit()
    {
        await CallAsync("tx.select");

        await SendAsync("basic.ack", ("delivery-tag", 7));

        await ExpectChannelCloseAsync(406, "PRECONDITION_FAILED - unknown delivery tag 7", "basic.ack");
    }

    [Test]
    public async Task Commit_settles_acks()
    {
        await DeclareQueueAsync();
        await PublishAsync("a");
        await GetAsync(noAck: false);
        await CallAsync("tx.select");
        await SendAsync("basic.ack", ("delivery-tag", 1));

        await CallAsync("tx.commit");

        await CallAsync("basic.recover", ("requeue", true));
        await ExpectEmptyAsync();
    }

    [Test]
    public async Task Rollback_makes_acked_messages_unacknowledged_again()
    {
        await DeclareQueueAsync();
        await PublishAsync("a");
        await GetAsync(noAck: false);
        await CallAsync("tx.select");
        await SendAsync("basic.ack", ("delivery-tag", 1));

        await CallAsync("tx.rollback");

        await ExpectEmptyAsync();
        await SendAsync("basic.ack", ("delivery-tag", 1));
        await CallAsync("tx.commit");
    }
}
