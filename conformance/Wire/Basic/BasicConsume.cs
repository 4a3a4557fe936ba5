using AmqpBroker.ConformanceTests.Wire.Client;
using AmqpBroker.ConformanceTests.Wire.Queues;
using NUnit.Framework;

namespace AmqpBroker.ConformanceTests.Wire.Basic;

public sealed class BasicConsume : ChannelRules
{
    [Test]
    public async Task Is_answered_with_the_tag()
    {
        await DeclareQueueAsync();

        var consuming = await ConsumeAsync(tag: "mine");

        Assert.That(consuming.Text("consumer-tag"), Is.EqualTo("mine"));
    }

    [Test]
    public async Task Without_a_tag_makes_one()
    {
        await DeclareQueueAsync();

        var consuming = await ConsumeAsync(tag: string.Empty);

        Assert.That(consuming.Text("consumer-tag"), Does.Match("^amq\\.ctag-[A-Za-z0-9_-]{22}$"));
    }

    [Test]
    public async Task Delivers_with_tag_number_exchange_key_and_body()
    {
        await DeclareQueueAsync();
        await ConsumeAsync();

        await PublishAsync("message");

        var delivered = await Client.ExpectContentAsync("basic.deliver");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(delivered.Method.Text("consumer-tag"), Is.EqualTo("ctag"));
            Assert.That(delivered.Method.Number("delivery-tag"), Is.EqualTo(1));
            Assert.That(delivered.Method.Bit("redelivered"), Is.False);
            Assert.That(delivered.Method.Text("exchange"), Is.Empty);
            Assert.That(delivered.Method.Text("routing-key"), Is.EqualTo(Name));
            Assert.That(delivered.Text, Is.EqualTo("message"));
        }
    }

    [Test]
    public async Task Answers_before_it_delivers_what_waits()
    {
        await DeclareQueueAsync();
        await PublishAsync("waiting");

        await ConsumeAsync();

        Assert.That((await Client.ExpectContentAsync("basic.deliver")).Text, Is.EqualTo("waiting"));
    }

    [Test]
    public async Task Of_a_missing_queue_closes_the_channel_with_404()
    {
        await SendAsync("basic.consume", ("queue", Name));

        await ExpectChannelCloseAsync(404, $"NOT_FOUND - no {QueueNamed(Name)}", "basic.consume");
    }

    [Test]
    public async Task With_nowait_of_a_missing_queue_closes_the_channel_with_404()
    {
        await SendAsync("basic.consume", ("queue", Name), ("nowait", true));

        await ExpectChannelCloseAsync(404, $"NOT_FOUND - no {QueueNamed(Name)}", "basic.consume");
    }

    [Test]
    public async Task Of_no_queue_takes_the_last_declared()
    {
        await DeclareQueueAsync();
        await PublishAsync("message");

        await CallAsync("basic.consume");

        Assert.That((await Client.ExpectContentAsync("basic.deliver")).Text, Is.EqualTo("message"));
    }

    [Test]
    public async Task With_a_tag_in_use_closes_the_connection_with_530()
    {
        await DeclareQueueAsync();
        await ConsumeAsync(tag: "mine");

        await SendAsync("basic.consume", ("queue", Name), ("consumer-tag", "mine"));

        await ExpectConnectionCloseAsync(530, "NOT_ALLOWED - attempt to reuse consumer tag 'mine'", "basic.consume");
    }

    [Test]
    public async Task With_a_tag_in_use_on_another_channel_is_ok()
    {
        await DeclareQueueAsync();
        await ConsumeAsync(tag: "mine");
        await Client.CallAsync(2, "channel.open");

        await Client.CallAsync(2, "basic.consume", ("queue", Name), ("consumer-tag", "mine"));
    }

    [Test]
    public async Task Exclusive_beside_a_consumer_closes_the_channel_with_403()
    {
        await DeclareAsync(Name, "queue.declare");
        await ConsumeAsync();

        await SendAsync("basic.consume", ("queue", Name), ("exclusive", true));

        await ExpectChannelCloseAsync(403, $"ACCESS_REFUSED - {QueueNamed(Name)} in exclusive use", "basic.consume");
    }

    [Test]
    public async Task Beside_an_exclusive_consumer_closes_the_channel_with_403()
    {
        await DeclareAsync(Name, "queue.declare");
        await CallAsync("basic.consume", ("queue", Name), ("exclusive", true));

        await SendAsync("basic.consume", ("queue", Name));

        await ExpectChannelCloseAsync(403, $"ACCESS_REFUSED - {QueueNamed(Name)} in exclusive use", "basic.consume");
    }

    [Test]
    public async Task Exclusive_is_free_again_after_cancel()
    {
        await DeclareQueueAsync();
        await CallAsync("basic.consume", ("queue", Name), ("exclusive", true), ("consumer-tag", "a"));
        await CallAsync("basic.cancel", ("consumer-tag", "a"));

        await CallAsync("basic.consume", ("queue", Name), ("exclusive", true), ("consumer-tag", "b"));
    }

    [Test]
    public async Task Of_a_queue_exclusive_to_another_connection_closes_the_channel_with_405()
    {
        await using var owner = await OpenAnotherAsync();
        await owner.CallAsync(1, "queue.declare", ("queue", Name), ("exclusive", true));

        await SendAsync("basic.consume", ("queue", Name));

        await ExpectChannelCloseAsync(405, LockedText.Of(QueueNamed(Name)), "basic.consume");
    }

    [Test]
    public async Task With_nowait_delivers_without_an_answer()
    {
        await DeclareQueueAsync();
        await PublishAsync("message");

        await SendAsync("basic.consume", ("queue", Name), ("consumer-tag", "mine"), ("nowait", true));

        Assert.That((await Client.ExpectContentAsync("basic.deliver")).Method.Text("consumer-tag"), Is.EqualTo("mine"));
    }

    [Test]
    public async Task With_no_local_delivers_the_connections_own_messages()
    {
        await DeclareQueueAsync();
        await CallAsync("basic.consume", ("queue", Name), ("no-local", true));

        await PublishAsync("own");

        Assert.That((await Client.ExpectContentAsync("basic.deliver")).Text, Is.EqualTo("own"));
    }

    [Test]
    public async Task With_a_priority_that_is_no_integer_closes_the_channel_with_406()
    {
        await DeclareQueueAsync();

        await SendAsync("basic.consume", ("queue", Name), ("arguments", new FieldTable { { "x-priority", "high" } }));

        await ExpectChannelCloseAsync(
            406,
            $"PRECONDITION_FAILED - invalid arg 'x-priority' for {QueueNamed(Name)}: \"expected integer, got longstr\"",
            "basic.consume");
    }

    [Test]
    public async Task With_unknown_arguments_is_ok()
    {
        await DeclareQueueAsync();

        await CallAsync("basic.consume", ("queue", Name), ("arguments", new FieldTable { { "x-foo", 1 } }));
    }
}
