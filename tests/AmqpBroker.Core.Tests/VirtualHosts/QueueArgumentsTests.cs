using AmqpBroker.Core.Queues;
using AmqpBroker.Core.VirtualHosts;
using AmqpBroker.Protocol.Fields;

namespace AmqpBroker.Core.Tests.VirtualHosts;

public sealed class QueueArgumentsTests
{
    private const string NotAnInteger = "\"expected integer, got longstr\"";

    private static readonly string[] Integers =
        ["x-message-ttl", "x-expires", "x-max-length", "x-max-length-bytes", "x-max-priority", "x-queue-version"];

    [Test]
    public void A_number_must_be_an_integer([ValueSource(nameof(Integers))] string name)
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Flaw(name, FieldValue.From("1")), Is.EqualTo("\"expected integer, got longstr\""));
            Assert.That(Flaw(name, FieldValue.From(1.0)), Is.EqualTo("\"expected integer, got double\""));
            Assert.That(Flaw(name, FieldValue.From(true)), Is.EqualTo("\"expected integer, got bool\""));
            Assert.That(Flaw(name, FieldValue.From(-1)), Is.EqualTo("{value_negative,-1}"));
            Assert.That(Flaw(name, FieldValue.From(FieldType.UnsignedByte, 1)), Is.Empty);
        }
    }

    [TestCase("x-expires", 0, "{value_zero,0}")]
    [TestCase("x-expires", 1, "")]
    [TestCase("x-message-ttl", 0, "")]
    [TestCase("x-max-length", 0, "")]
    [TestCase("x-max-length-bytes", 0, "")]
    [TestCase("x-message-ttl", 315_360_000_000, "")]
    [TestCase("x-message-ttl", 315_360_000_001, "{value_too_large,315360000001}")]
    [TestCase("x-expires", 315_360_000_001, "{value_too_large,315360000001}")]
    [TestCase("x-max-length", long.MaxValue, "")]
    [TestCase("x-max-priority", 0, "")]
    [TestCase("x-max-priority", 255, "")]
    [TestCase("x-max-priority", 256, "{max_value_exceeded,256}")]
    [TestCase("x-queue-version", 1, "")]
    [TestCase("x-queue-version", 2, "")]
    [TestCase("x-queue-version", 3, "\"unsupported queue version '3'\"")]
    [TestCase("x-overflow", 1, "{unacceptable_type,signedint}")]
    [TestCase("x-queue-mode", 1, "{unacceptable_type,signedint}")]
    [TestCase("x-queue-type", 1, "{unacceptable_type,signedint}")]
    [TestCase("x-single-active-consumer", 1, "{unacceptable_type,signedint}")]
    [TestCase("x-foo", 1, "")]
    [TestCase("x-consumer-timeout", 1, "")]
    public void A_number_is_judged(string name, long value, string flaw) => Assert.That(
        Flaw(name, value is >= int.MinValue and <= int.MaxValue ? FieldValue.From((int)value) : FieldValue.From(value)),
        Is.EqualTo(flaw));

    [TestCase("x-overflow", "drop-head", "")]
    [TestCase("x-overflow", "reject-publish", "")]
    [TestCase("x-overflow", "reject-publish-dlx", "")]
    [TestCase("x-overflow", "foo", "invalid_overflow")]
    [TestCase("x-queue-mode", "default", "")]
    [TestCase("x-queue-mode", "lazy", "")]
    [TestCase("x-queue-mode", "foo", "\"unsupported queue mode 'foo'\"")]
    [TestCase("x-queue-type", "classic", "")]
    [TestCase("x-queue-type", "foo", "\"unsupported queue type 'foo'\"")]
    [TestCase("x-single-active-consumer", "true", "{unacceptable_type,longstr}")]
    [TestCase("x-max-priority", "1", NotAnInteger)]
    [TestCase("x-dead-letter-exchange", "x", "")]
    [TestCase("x-dead-letter-routing-key", "k", "routing_key_but_no_dlx_defined")]
    [TestCase("x-ha-policy", "all", "")]
    [TestCase("x-queue-master-locator", "anywhere", "")]
    [TestCase("x-queue-leader-locator", "balanced", "")]
    public void A_text_is_judged(string name, string value, string flaw) =>
        Assert.That(Flaw(name, FieldValue.From(value)), Is.EqualTo(flaw));

    [Test]
    public void A_dead_letter_routing_key_is_a_string_and_needs_an_exchange()
    {
        var exchange = ("x-dead-letter-exchange", FieldValue.From("x"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Validate(exchange, ("x-dead-letter-routing-key", FieldValue.From("k"))), Is.Empty);
            Assert.That(
                Validate(exchange, ("x-dead-letter-routing-key", FieldValue.From(1))),
                Is.EqualTo("406 invalid arg 'x-dead-letter-routing-key' for queue 'q' in vhost '/': {unacceptable_type,signedint}"));
        }
    }

    [Test]
    public void A_dead_letter_exchange_that_is_no_string_has_a_text_of_its_own() => Assert.That(
        Validate(("x-dead-letter-exchange", FieldValue.From(1))),
        Is.EqualTo("406 invalid type 'signedint' for arg 'x-dead-letter-exchange' in queue 'q' in vhost '/'"));

    [TestCase("x-delivery-limit")]
    [TestCase("x-max-age")]
    [TestCase("x-max-in-memory-length")]
    [TestCase("x-dead-letter-strategy")]
    [TestCase("x-quorum-initial-group-size")]
    public void An_argument_of_another_queue_type_is_refused(string name) => Assert.That(
        Validate((name, FieldValue.From(1))),
        Is.EqualTo($"406 invalid arg '{name}' for queue 'q' in vhost '/' of queue type rabbit_classic_queue"));

    [TestCase("quorum", "x-max-priority")]
    [TestCase("quorum", "x-queue-mode")]
    [TestCase("quorum", "x-max-age")]
    [TestCase("quorum", "x-queue-version")]
    [TestCase("stream", "x-message-ttl")]
    [TestCase("stream", "x-expires")]
    [TestCase("stream", "x-delivery-limit")]
    [TestCase("stream", "x-single-active-consumer")]
    public void Each_type_has_arguments_of_its_own(string type, string name) => Assert.That(
        Validate(("x-queue-type", FieldValue.From(type)), (name, FieldValue.From(1))),
        Is.EqualTo($"406 invalid arg '{name}' for queue 'q' in vhost '/' of queue type rabbit_{type}_queue"));

    [TestCase("quorum", "x-delivery-limit", 3, "")]
    [TestCase("quorum", "x-delivery-limit", -1, "")]
    [TestCase("quorum", "x-quorum-initial-group-size", 0, "{value_zero,0}")]
    [TestCase("quorum", "x-max-in-memory-bytes", -1, "{value_negative,-1}")]
    [TestCase("stream", "x-max-age", 1, "{unacceptable_type,signedint}")]
    [TestCase("stream", "x-initial-cluster-size", 0, "{value_zero,0}")]
    [TestCase("stream", "x-max-length-bytes", 5, "")]
    public void A_number_is_judged_for_its_type(string type, string name, int value, string flaw) =>
        Assert.That(Flaw(name, FieldValue.From(value), type), Is.EqualTo(flaw));

    [TestCase("quorum", "x-dead-letter-strategy", "at-least-once", "")]
    [TestCase("quorum", "x-dead-letter-strategy", "at-most-once", "")]
    [TestCase("quorum", "x-dead-letter-strategy", "foo", "invalid_dlx_strategy")]
    [TestCase("quorum", "x-queue-leader-locator", "foo", "invalid_queue_locator_arg")]
    [TestCase("stream", "x-max-age", "7D", "")]
    [TestCase("stream", "x-max-age", "7", "invalid_max_age")]
    [TestCase("stream", "x-max-age", "D", "invalid_max_age")]
    [TestCase("stream", "x-max-age", "7x", "invalid_max_age")]
    [TestCase("stream", "x-max-age", "-7D", "invalid_max_age")]
    public void A_text_is_judged_for_its_type(string type, string name, string value, string flaw) =>
        Assert.That(Flaw(name, FieldValue.From(value), type), Is.EqualTo(flaw));

    [Test]
    public void A_queue_of_another_type_must_be_durable_and_shared_and_stay([Values("quorum", "stream")] string type)
    {
        var plain = new QueueDeclaration { Name = "q", Arguments = Declared.Arguments(("x-queue-type", FieldValue.From(type))) };

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Declare(plain), Is.EqualTo("406 invalid property 'non-durable' for queue 'q' in vhost '/'"));
            Assert.That(Declare(plain with { ExclusiveOwner = Declared.User }), Is.EqualTo("406 invalid property 'exclusive-owner' for queue 'q' in vhost '/'"));
            Assert.That(
                Declare(plain with { IsAutoDelete = true, ExclusiveOwner = Declared.User }),
                Is.EqualTo("406 invalid property 'auto-delete' for queue 'q' in vhost '/'"));
        }
    }

    [Test]
    public void A_stream_is_refused_with_what_to_do_instead() => Assert.That(
        Declare(new QueueDeclaration { Name = "q", IsDurable = true, Arguments = Declared.Arguments(("x-queue-type", FieldValue.From("stream"))) }),
        Is.EqualTo(
            "406 cannot declare queue 'q' in vhost '/': this broker has no streams yet. Declare it with 'x-queue-type' quorum or classic instead"));

    [Test]
    public void Nothing_is_declared_when_an_argument_is_bad()
    {
        var host = new VirtualHost("/");

        Refused.By(() => host.DeclareQueue(
            new() { Name = "q", Arguments = Declared.Arguments(("x-max-length", FieldValue.From(-1))) }, Declared.User));

        Assert.That(host.ListQueues(), Is.Empty);
    }

    private static string Declare(QueueDeclaration declaration) =>
        Refused.By(() => new VirtualHost("/").DeclareQueue(declaration, Declared.User));

    private static string Flaw(string name, FieldValue value, string type = "classic")
    {
        var text = name == "x-queue-type" ? Validate((name, value)) : Validate(("x-queue-type", FieldValue.From(type)), (name, value));
        var prefix = $"406 invalid arg '{name}' for queue 'q' in vhost '/': ";
        return text.StartsWith(prefix, StringComparison.Ordinal) ? text[prefix.Length..] : text;
    }

    private static string Validate(params (string Name, FieldValue Value)[] arguments) =>
        Refused.By(() => QueueArguments.Validate("q", "/", Declared.Arguments(arguments)));
}
