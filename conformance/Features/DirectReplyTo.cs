using NUnit.Framework;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace AmqpBroker.ConformanceTests.Features;

/// <summary>The pseudo-queue amq.rabbitmq.reply-to.</summary>
public sealed class DirectReplyTo : FeatureRules
{
    private const string ReplyTo = "amq.rabbitmq.reply-to";

    [Test]
    public async Task Answers_come_to_the_consumer()
    {
        var replies = await ConsumeAsync(ReplyTo);
        var address = await AskAsync();

        await PublishAsync(string.Empty, address, "answer");

        var answer = await replies.NextAsync();
        Assert.That((answer.Text, answer.Exchange, answer.RoutingKey), Is.EqualTo(("answer", string.Empty, address)));
    }

    [Test]
    public async Task Answers_may_come_from_another_connection()
    {
        var replies = await ConsumeAsync(ReplyTo);
        var address = await AskAsync();
        await using var other = await ConnectAsync();
        await using var channel = await other.CreateChannelAsync();

        await channel.BasicPublishAsync(string.Empty, address, "answer"u8.ToArray());

        Assert.That((await replies.NextAsync()).Text, Is.EqualTo("answer"));
    }

    [Test]
    public async Task The_address_is_made_by_the_broker()
    {
        await ConsumeAsync(ReplyTo);

        Assert.That(await AskAsync(), Does.StartWith($"{ReplyTo}.").And.Length.GreaterThan(ReplyTo.Length + 10));
    }

    [Test]
    public async Task The_address_is_another_for_each_channel()
    {
        await ConsumeAsync(ReplyTo);
        var first = await AskAsync();
        await using var channel = await OpenChannelAsync();
        await ConsumeAsync(channel, ReplyTo);
        await channel.BasicPublishAsync(
            string.Empty, $"{Name}.requests", mandatory: false, new BasicProperties { ReplyTo = ReplyTo }, ReadOnlyMemory<byte>.Empty);

        Assert.That((await GetAsync($"{Name}.requests")).Properties.ReplyTo, Is.Not.EqualTo(first));
    }

    [Test]
    public async Task Other_addresses_pass_untouched()
    {
        var queue = await QueueAsync();

        await PublishAsync(string.Empty, queue, "request", new BasicProperties { ReplyTo = "elsewhere" });

        Assert.That((await GetAsync(queue)).Properties.ReplyTo, Is.EqualTo("elsewhere"));
    }

    [Test]
    public Task Consuming_with_acknowledgements_is_refused() => ExpectRefusalAsync(
        406,
        "PRECONDITION_FAILED - reply consumer cannot acknowledge",
        channel => ConsumeAsync(channel, ReplyTo, autoAck: false));

    [Test]
    public Task Consuming_twice_on_a_channel_is_refused() => ExpectRefusalAsync(
        406,
        "PRECONDITION_FAILED - reply consumer already set",
        async channel =>
        {
            await ConsumeAsync(channel, ReplyTo);
            await ConsumeAsync(channel, ReplyTo);
        });

    [Test]
    public async Task Consuming_again_after_cancel_is_allowed()
    {
        var first = await ConsumeAsync(ReplyTo);
        await Channel.BasicCancelAsync(first.Tag);

        var replies = await ConsumeAsync(ReplyTo);

        await PublishAsync(string.Empty, await AskAsync(), "answer");
        Assert.That((await replies.NextAsync()).Text, Is.EqualTo("answer"));
    }

    [Test]
    public async Task Asking_without_a_consumer_is_refused()
    {
        await QueueAsync("requests");

        var refused = await Assert.ThrowsAsync<AlreadyClosedException>(() => AskAsync());

        Assert.That(refused.ShutdownReason?.ReplyText, Is.EqualTo("PRECONDITION_FAILED - fast reply consumer does not exist"));
    }

    [Test]
    public async Task An_answer_that_nobody_waits_for_any_more_is_returned()
    {
        var channel = await OpenConfirmingChannelAsync();
        await ConsumeAsync(channel, ReplyTo);
        await QueueAsync("requests");
        await channel.BasicPublishAsync(
            string.Empty, $"{Name}.requests", mandatory: false, new BasicProperties { ReplyTo = ReplyTo }, ReadOnlyMemory<byte>.Empty);
        var address = (await GetAsync($"{Name}.requests")).Properties.ReplyTo!;
        await channel.CloseAsync();

        var refused = await Assert.ThrowsAsync<PublishException>(() => PublishAsync(string.Empty, address, "answer", mandatory: true));

        Assert.That(refused.IsReturn);
    }

    [Test]
    public async Task The_address_can_be_declared_passively_while_it_lives()
    {
        await ConsumeAsync(ReplyTo);
        await using var channel = await OpenChannelAsync();

        var declared = await channel.QueueDeclarePassiveAsync(await AskAsync());

        Assert.That((declared.MessageCount, declared.ConsumerCount), Is.EqualTo((0, 1)));
    }

    [Test]
    public async Task The_bare_name_can_be_declared_passively()
    {
        await Channel.QueueDeclarePassiveAsync(ReplyTo);
    }

    [Test]
    public Task Getting_is_refused() => ExpectRefusalAsync(
        404, $"NOT_FOUND - no {QueueNamed(ReplyTo)}", channel => channel.BasicGetAsync(ReplyTo, autoAck: true));

    [Test]
    public Task Binding_is_refused() => ExpectRefusalAsync(
        404, $"NOT_FOUND - no {QueueNamed(ReplyTo)}", channel => channel.QueueBindAsync(ReplyTo, "amq.direct", Name));

    /// <summary>Publishes a request, and returns the address for its answer.</summary>
    private async Task<string> AskAsync()
    {
        var requests = await QueueAsync("requests");
        await PublishAsync(string.Empty, requests, "request", new BasicProperties { ReplyTo = ReplyTo });
        return (await GetAsync(requests)).Properties.ReplyTo!;
    }
}
