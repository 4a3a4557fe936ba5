using AmqpBroker.ConformanceTests.Wire.Client;
using NUnit.Framework;

namespace AmqpBroker.ConformanceTests.Wire.Queues;

public sealed class QueueDeclare : ChannelRules
{
    [Test]
    public async Task Of_an_empty_name_makes_one()
    {
        var declared = await CallAsync("queue.declare", ("exclusive", true));

        Assert.That(declared.Text("queue"), Does.Match("^amq\\.gen-[A-Za-z0-9_-]{22}$"));
    }

    [Test]
    public async Task Tells_the_name_and_counts_of_0()
    {
        var declared = await DeclareQueueAsync();

        Assert.That(
            (declared.Text("queue"), declared.Number("message-count"), declared.Number("consumer-count")),
            Is.EqualTo((Name, 0, 0)));
    }

    [Test]
    public async Task Passive_counts_ready_messages_only()
    {
        await DeclareQueueAsync();
        await PublishAsync("a");
        await PublishAsync("b");
        await GetAsync(noAck: false);

        Assert.That(await CountAsync(), Is.EqualTo(1));
    }

    [Test]
    public async Task Passive_counts_consumers()
    {
        await DeclareQueueAsync();
        await ConsumeAsync(tag: "a");
        await ConsumeAsync(tag: "b");

        var declared = await CallAsync("queue.declare", ("queue", Name), ("passive", true));

        Assert.That(declared.Number("consumer-count"), Is.EqualTo(2));
    }

    [Test]
    public async Task Passive_of_a_missing_queue_closes_the_channel_with_404()
    {
        await SendAsync("queue.declare", ("queue", Name), ("passive", true));

        await ExpectChannelCloseAsync(404, $"NOT_FOUND - no {QueueNamed(Name)}", "queue.declare");
    }

    [Test]
    public async Task Passive_with_nowait_of_a_missing_queue_closes_the_channel_with_404()
    {
        await SendAsync("queue.declare", ("queue", Name), ("passive", true), ("nowait", true));

        await ExpectChannelCloseAsync(404, $"NOT_FOUND - no {QueueNamed(Name)}", "queue.declare");
    }

    [Test]
    public async Task Passive_of_an_empty_name_closes_the_channel_with_404()
    {
        await SendAsync("queue.declare", ("passive", true));

        await ExpectChannelCloseAsync(404, $"NOT_FOUND - no {QueueNamed(string.Empty)}", "queue.declare");
    }

    [Test]
    public async Task Passive_of_a_missing_reserved_name_closes_the_channel_with_404()
    {
        await SendAsync("queue.declare", ("queue", "amq." + Name), ("passive", true));

        await ExpectChannelCloseAsync(404, $"NOT_FOUND - no {QueueNamed("amq." + Name)}", "queue.declare");
    }

    [Test]
    public async Task Passive_looks_at_nothing_but_the_name()
    {
        await DeclareAsync(Name, "queue.declare");

        var arguments = new FieldTable { { "x-message-ttl", 5 } };
        await CallAsync("queue.declare", ("queue", Name), ("passive", true), ("durable", true), ("auto-delete", true), ("arguments", arguments));
    }

    [Test]
    public async Task Of_a_reserved_name_closes_the_channel_with_403()
    {
        await SendAsync("queue.declare", ("queue", "amq.foo"));

        await ExpectChannelCloseAsync(403, "ACCESS_REFUSED - queue name 'amq.foo' contains reserved prefix 'amq.*'", "queue.declare");
    }

    [TestCase(true, true)]
    [TestCase(false, true)]
    [TestCase(false, false)]
    public async Task Of_a_queue_exclusive_to_another_connection_closes_the_channel_with_405(bool passive, bool exclusive)
    {
        await using var owner = await OpenAnotherAsync();
        await owner.CallAsync(1, "queue.declare", ("queue", Name), ("exclusive", true));

        await SendAsync("queue.declare", ("queue", Name), ("passive", passive), ("exclusive", exclusive));

        await ExpectChannelCloseAsync(405, LockedText.Of(QueueNamed(Name)), "queue.declare");
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task Again_with_the_other_exclusive_closes_the_channel_with_405(bool exclusive)
    {
        await CallAsync("queue.declare", ("queue", Name), ("exclusive", exclusive), ("auto-delete", true));

        await SendAsync("queue.declare", ("queue", Name), ("exclusive", !exclusive), ("auto-delete", true));

        await ExpectChannelCloseAsync(405, LockedText.Of(QueueNamed(Name)), "queue.declare");
        await CallAsync("queue.delete", ("queue", Name));
    }

    [TestCase("durable")]
    [TestCase("auto-delete")]
    public async Task Again_with_another_flag_closes_the_channel_with_406(string flag)
    {
        await DeclareAsync(Name, "queue.declare");

        await SendAsync("queue.declare", ("queue", Name), (flag, true));

        await ExpectInequivalentAsync(flag.Replace('-', '_'), "received 'true' but current is 'false'");
    }

    [Test]
    public async Task Again_with_everything_different_blames_durable()
    {
        await DeclareAsync(Name, "queue.declare");

        var arguments = new FieldTable { { "x-message-ttl", 5 } };
        await SendAsync("queue.declare", ("queue", Name), ("durable", true), ("auto-delete", true), ("arguments", arguments));

        await ExpectInequivalentAsync("durable", "received 'true' but current is 'false'");
    }

    [Test]
    public async Task Of_an_exclusive_queue_does_not_care_for_durable()
    {
        await CallAsync("queue.declare", ("queue", Name), ("exclusive", true), ("durable", true));

        await CallAsync("queue.declare", ("queue", Name), ("exclusive", true), ("durable", false));
    }

    [Test]
    public async Task With_nowait_there_is_no_answer()
    {
        await SendAsync("queue.declare", ("queue", Name), ("exclusive", true), ("nowait", true));

        await ExpectNothingAsync();
        await CallAsync("queue.declare", ("queue", Name), ("passive", true));
    }

    [Test]
    public async Task With_nowait_an_error_closes_the_channel_too()
    {
        await SendAsync("queue.declare", ("queue", "amq.foo"), ("nowait", true));

        await ExpectChannelCloseAsync(403, "ACCESS_REFUSED - queue name 'amq.foo' contains reserved prefix 'amq.*'", "queue.declare");
    }

    [Test]
    public async Task Strips_line_breaks_from_the_name()
    {
        var declared = await CallAsync("queue.declare", ("queue", $"\r{Name}\r\n"), ("exclusive", true));

        Assert.That(declared.Text("queue"), Is.EqualTo(Name));
    }

    [Test]
    public async Task Takes_a_name_of_255_octets()
    {
        var name = Name.PadRight(255, 'x');

        var declared = await CallAsync("queue.declare", ("queue", name), ("exclusive", true));

        Assert.That(declared.Text("queue"), Is.EqualTo(name));
    }

    [Test]
    public async Task Takes_a_name_of_any_characters()
    {
        var name = $"{Name} \0 äöü 漢字 🐇";

        var declared = await CallAsync("queue.declare", ("queue", name), ("exclusive", true));

        Assert.That(declared.Text("queue"), Is.EqualTo(name));
    }

    private Task ExpectInequivalentAsync(string argument, string words) => ExpectChannelCloseAsync(
        406, $"PRECONDITION_FAILED - inequivalent arg '{argument}' for {QueueNamed(Name)}: {words}", "queue.declare");
}
