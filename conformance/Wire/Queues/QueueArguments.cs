using AmqpBroker.ConformanceTests.Wire.Client;
using NUnit.Framework;

namespace AmqpBroker.ConformanceTests.Wire.Queues;

/// <summary>Arguments of queue.declare: which values are taken, and when two declarations are the same.</summary>
public sealed class QueueArguments : ChannelRules
{
    private static readonly TestCaseData[] Bad =
    [
        Refused("x-message-ttl", -1, "{value_negative,-1}"),
        Refused("x-message-ttl", "1000", "\"expected integer, got longstr\""),
        Refused("x-message-ttl", 1.5, "\"expected integer, got double\""),
        Refused("x-message-ttl", true, "\"expected integer, got bool\""),
        Refused("x-message-ttl", 315_360_000_001L, "{value_too_large,315360000001}"),
        Refused("x-expires", 0, "{value_zero,0}"),
        Refused("x-expires", -1, "{value_negative,-1}"),
        Refused("x-expires", "abc", "\"expected integer, got longstr\""),
        Refused("x-expires", 315_360_000_001L, "{value_too_large,315360000001}"),
        Refused("x-max-length", -1, "{value_negative,-1}"),
        Refused("x-max-length", "5", "\"expected integer, got longstr\""),
        Refused("x-max-length-bytes", -5, "{value_negative,-5}"),
        Refused("x-max-length-bytes", "5", "\"expected integer, got longstr\""),
        Refused("x-max-priority", -1, "{value_negative,-1}"),
        Refused("x-max-priority", 256, "{max_value_exceeded,256}"),
        Refused("x-max-priority", "5", "\"expected integer, got longstr\""),
        Refused("x-overflow", "foo", "invalid_overflow"),
        Refused("x-overflow", 5, "{unacceptable_type,signedint}"),
        Refused("x-dead-letter-routing-key", "rk", "routing_key_but_no_dlx_defined"),
        Refused("x-dead-letter-routing-key", 5, "{unacceptable_type,signedint}"),
        Refused("x-queue-mode", "foo", "\"unsupported queue mode 'foo'\""),
        Refused("x-single-active-consumer", "true", "{unacceptable_type,longstr}"),
        Refused("x-single-active-consumer", 1, "{unacceptable_type,signedint}"),
        Refused("x-queue-type", "foo", "\"unsupported queue type 'foo'\""),
        Refused("x-queue-type", 5, "{unacceptable_type,signedint}"),
        Refused("x-queue-version", 3, "\"unsupported queue version '3'\""),
    ];

    private static readonly TestCaseData[] Good =
    [
        Taken("x-message-ttl", 0),
        Taken("x-message-ttl", 315_360_000_000L),
        Taken("x-expires", 60_000),
        Taken("x-max-length", 0),
        Taken("x-max-length", 1L << 40),
        Taken("x-max-length-bytes", 0),
        Taken("x-max-priority", 0),
        Taken("x-max-priority", 255),
        Taken("x-overflow", "drop-head"),
        Taken("x-overflow", "reject-publish"),
        Taken("x-overflow", "reject-publish-dlx"),
        Taken("x-dead-letter-exchange", "no-such-exchange"),
        Taken("x-dead-letter-exchange", string.Empty),
        Taken("x-queue-mode", "lazy"),
        Taken("x-queue-mode", "default"),
        Taken("x-queue-type", "classic"),
        Taken("x-queue-version", 1),
        Taken("x-queue-version", 2),
        Taken("x-single-active-consumer", true),
        Taken("x-consumer-timeout", 60_000),
        Taken("x-foo", "bar"),
        Taken("x-ha-policy", "all"),
        Taken("x-queue-master-locator", "min-masters"),
        Taken("x-cancel-on-ha-failover", true),
    ];

    private static readonly TestCaseData[] OfOtherQueueTypes =
    [
        Other("x-delivery-limit", 5), Other("x-max-age", "1D"), Other("x-max-in-memory-length", 5),
        Other("x-dead-letter-strategy", "at-least-once"), Other("x-quorum-initial-group-size", 3),
    ];

    [TestCaseSource(nameof(Bad))]
    public async Task Invalid(string name, object value, string why)
    {
        await SendAsync("queue.declare", ("queue", Name), ("exclusive", true), ("arguments", new FieldTable { { name, value } }));

        await ExpectChannelCloseAsync(
            406, $"PRECONDITION_FAILED - invalid arg '{name}' for {QueueNamed(Name)}: {why}", "queue.declare");
    }

    [TestCaseSource(nameof(Good))]
    public async Task Valid(string name, object value)
    {
        await CallAsync("queue.declare", ("queue", Name), ("exclusive", true), ("arguments", new FieldTable { { name, value } }));
    }

    [TestCaseSource(nameof(OfOtherQueueTypes))]
    public async Task Unsupported(string name, object value)
    {
        await SendAsync("queue.declare", ("queue", Name), ("exclusive", true), ("arguments", new FieldTable { { name, value } }));

        await ExpectChannelCloseAsync(
            406,
            $"PRECONDITION_FAILED - invalid arg '{name}' for {QueueNamed(Name)} of queue type rabbit_classic_queue",
            "queue.declare");
    }

    [Test]
    public async Task A_queue_leader_locator_is_taken_by_a_classic_queue()
    {
        var arguments = new FieldTable { { "x-queue-leader-locator", "client-local" } };
        await CallAsync("queue.declare", ("queue", Name), ("exclusive", true), ("arguments", arguments));
    }

    [Test]
    public async Task A_dead_letter_exchange_that_is_no_string_closes_the_channel_with_406()
    {
        var arguments = new FieldTable { { "x-dead-letter-exchange", 5 } };
        await SendAsync("queue.declare", ("queue", Name), ("exclusive", true), ("arguments", arguments));

        await ExpectChannelCloseAsync(
            406,
            $"PRECONDITION_FAILED - invalid type 'signedint' for arg 'x-dead-letter-exchange' in {QueueNamed(Name)}",
            "queue.declare");
    }

    [Test]
    public async Task Another_value_closes_the_channel_with_406()
    {
        await DeclareWithAsync(new FieldTable { { "x-message-ttl", 1_000 } });

        await SendAgainAsync(new FieldTable { { "x-message-ttl", 2_000 } });

        await ExpectInequivalentAsync("x-message-ttl", "received '2000' but current is '1000'");
    }

    [Test]
    public async Task A_value_no_longer_given_closes_the_channel_with_406()
    {
        await DeclareWithAsync(new FieldTable { { "x-message-ttl", 1_000 } });

        await SendAgainAsync([]);

        await ExpectInequivalentAsync("x-message-ttl", "received none but current is the value '1000' of type 'signedint'");
    }

    [Test]
    public async Task A_value_not_given_before_closes_the_channel_with_406()
    {
        await DeclareWithAsync([]);

        await SendAgainAsync(new FieldTable { { "x-message-ttl", 1_000 } });

        await ExpectInequivalentAsync("x-message-ttl", "received the value '1000' of type 'signedint' but current is none");
    }

    [TestCase("x-dead-letter-exchange", "a", "b")]
    [TestCase("x-overflow", "drop-head", "reject-publish")]
    [TestCase("x-queue-mode", "lazy", "default")]
    [TestCase("x-max-length", 10, 20)]
    [TestCase("x-max-length-bytes", 10, 20)]
    [TestCase("x-max-priority", 10, 20)]
    [TestCase("x-expires", 100_000, 200_000)]
    public async Task Compared_by_value(string name, object first, object second)
    {
        await DeclareWithAsync(new FieldTable { { name, first } });

        await SendAgainAsync(new FieldTable { { name, second } });

        await ExpectInequivalentAsync(name, $"received '{second}' but current is '{first}'");
    }

    [Test]
    public async Task Integers_of_different_widths_are_the_same()
    {
        await DeclareWithAsync(new FieldTable { { "x-message-ttl", 1_000 } });

        await SendAgainAsync(new FieldTable { { "x-message-ttl", 1_000L } });

        await Client.ExpectAsync("queue.declare-ok");
    }

    [Test]
    public async Task Unknown_arguments_are_not_compared()
    {
        await DeclareWithAsync([]);

        await SendAgainAsync(new FieldTable { { "x-foo", "bar" } });

        await Client.ExpectAsync("queue.declare-ok");
    }

    [Test]
    public async Task The_type_classic_is_the_same_as_none()
    {
        await DeclareWithAsync([]);

        await SendAgainAsync(new FieldTable { { "x-queue-type", "classic" } });

        await Client.ExpectAsync("queue.declare-ok");
    }

    private static TestCaseData Refused(string name, object value, string why) =>
        new TestCaseData(name, value, why).SetName($"Invalid_{Word(name)}_{Word(value)}_closes_the_channel_with_406");

    private static TestCaseData Taken(string name, object value) =>
        new TestCaseData(name, value).SetName($"Valid_{Word(name)}_{Word(value)}_is_taken");

    private static TestCaseData Other(string name, object value) =>
        new TestCaseData(name, value).SetName($"Unsupported_{Word(name)}_on_a_classic_queue_closes_the_channel_with_406");

    private static string Word(object value) => value switch
    {
        string text => text.Length == 0 ? "empty" : text.Replace('-', '_'),
        FieldValue => "typed",
        _ => $"{value.GetType().Name}_{FormattableString.Invariant($"{value}").Replace('-', 'm').Replace('.', '_')}",
    };

    private Task<WireMethod> DeclareWithAsync(FieldTable arguments) =>
        CallAsync("queue.declare", ("queue", Name), ("exclusive", true), ("arguments", arguments));

    private Task SendAgainAsync(FieldTable arguments) =>
        SendAsync("queue.declare", ("queue", Name), ("exclusive", true), ("arguments", arguments));

    private Task ExpectInequivalentAsync(string argument, string words) => ExpectChannelCloseAsync(
        406, $"PRECONDITION_FAILED - inequivalent arg '{argument}' for {QueueNamed(Name)}: {words}", "queue.declare");
}
