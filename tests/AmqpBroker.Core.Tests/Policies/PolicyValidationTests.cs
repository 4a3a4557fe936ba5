using AmqpBroker.Core.Policies;
using AmqpBroker.Core.VirtualHosts;
using AmqpBroker.Protocol.Fields;
using static AmqpBroker.Core.Tests.Policies.Asked;

namespace AmqpBroker.Core.Tests.Policies;

/// <summary>Texts as RabbitMQ 3.10.8 gives them, without the escaping of HTML that its HTTP API adds.</summary>
public sealed class PolicyValidationTests
{
    private readonly VirtualHost _host = new("/");

    private static IEnumerable<TestCaseData> Values()
    {
        var table = FieldValue.From(FieldTable.Of(Setting("a", 1)));
        FieldValue[] wrong = [FieldValue.From(-1L), FieldValue.From(1.5), FieldValue.From("x"), FieldValue.From(true), FieldValue.Void, FieldValue.From([FieldValue.From(1)]), table];
        string[] terms = ["-1", "1.5", "<<\"x\">>", "true", "null", "[1]", "#{<<\"a\">> => 1}"];
        (string Key, string Flaw)[] numbers =
        [
            ("message-ttl", "is not a valid message TTL"),
            ("expires", "is not a valid queue expiry"),
            ("max-length", "is not a valid maximum length"),
            ("max-length-bytes", "is not a valid maximum length in bytes"),
            ("delivery-limit", "is not a valid delivery limit"),
            ("max-in-memory-length", "is not a valid maximum memory in bytes"),
            ("max-in-memory-bytes", "is not a valid maximum memory in bytes"),
            ("stream-max-segment-size-bytes", "is not a valid segment size"),
            ("overflow", "is not a valid overflow value"),
            ("queue-mode", "is not a valid queue-mode value"),
            ("queue-version", "is not a valid queue-version value"),
            ("dead-letter-strategy", "is not a valid dead letter strategy"),
            ("queue-leader-locator", "is not a valid queue leader locator value"),
        ];
        foreach (var (key, flaw) in numbers)
        {
            for (var i = 0; i < wrong.Length; i++)
            {
                yield return new TestCaseData(key, wrong[i], $"{terms[i]} {flaw}");
            }
        }

        yield return new TestCaseData("expires", FieldValue.From(0L), "0 is not a valid queue expiry");
        yield return new TestCaseData("dead-letter-exchange", FieldValue.From(1L), "1 is not a valid dead letter exchange name");
        yield return new TestCaseData("dead-letter-routing-key", FieldValue.From(true), "true is not a valid dead letter routing key");
        yield return new TestCaseData("alternate-exchange", FieldValue.Void, "null is not a valid alternate exchange name");
        yield return new TestCaseData("queue-master-locator", FieldValue.From("x"), "<<\"x\">> invalid queue-master-locator value");
        yield return new TestCaseData("ha-mode", FieldValue.From("foo"), "<<\"foo\">> is not a valid ha-mode value");
        yield return new TestCaseData("foo", FieldValue.From(1L), "[{<<\"foo\">>,1}] are not recognised policy settings");
    }

    [TestCaseSource(nameof(Values))]
    public async Task A_value_that_will_not_do_is_refused(string key, FieldValue value, string flaw) =>
        await RefusedAsync(For("", Setting(key, value)), flaw);

    [TestCase("message-ttl", 0L)]
    [TestCase("message-ttl", long.MaxValue)]
    [TestCase("expires", 1L)]
    [TestCase("max-length", 0L)]
    [TestCase("max-length-bytes", 0L)]
    [TestCase("delivery-limit", 0L)]
    [TestCase("queue-version", 2L)]
    [TestCase("consumer-timeout", 1000L)]
    [TestCase("overflow", "reject-publish-dlx")]
    [TestCase("dead-letter-exchange", "")]
    [TestCase("alternate-exchange", "x")]
    [TestCase("queue-mode", "lazy")]
    [TestCase("queue-master-locator", "min-masters")]
    [TestCase("dead-letter-strategy", "at-least-once")]
    [TestCase("queue-leader-locator", "balanced")]
    [TestCase("max-age", "5D")]
    [TestCase("ha-mode", "all")]
    public async Task A_value_that_will_do_is_taken(string key, object value)
    {
        var setting = value is long number ? Setting(key, number) : Setting(key, (string)value);

        var outcome = await _host.Policies.SetAsync(PolicyKind.User, "p", For("", setting));

        Assert.That((outcome.IsSet, outcome.IsNew, outcome.Text), Is.EqualTo((true, true, "")));
    }

    [Test]
    public async Task What_is_wrong_with_the_parts_of_a_policy_is_told_together()
    {
        var request = For("(", Setting("message-ttl", -1), Setting("max-length", -2), Setting("foo", 1)) with
        {
            Priority = FieldValue.From("x"),
            AppliesTo = FieldValue.From("things"),
        };

        var outcome = await _host.Policies.SetAsync(PolicyKind.User, "p", request);

        Assert.That(outcome.Text, Is.EqualTo(
            "Validation failed\n\n"
            + "-2 is not a valid maximum length\n"
            + "apply-to 'things' unrecognised; should be 'queues', 'exchanges' or 'all'\n"
            + "pattern should be regular expression but is invalid: {\"missing )\",1}\n"
            + "priority should be a number, actually was <<\"x\">>\n"));
        Assert.That(_host.Policies.List(PolicyKind.User), Is.Empty);
    }

    [Test]
    public async Task All_settings_that_nobody_knows_are_named() =>
        await RefusedAsync(
            For("", Setting("foo", 1), Setting("bar", "x"), Setting("max-length", 1)),
            "[{<<\"bar\">>,<<\"x\">>},{<<\"foo\">>,1}] are not recognised policy settings");

    [Test]
    public async Task A_policy_without_settings_is_refused() => await RefusedAsync(For(""), "no policy provided");

    [TestCase("é(", "{\"missing )\",3}")]
    [TestCase("[", "{\"missing terminating ] for character class\",\n                                                      1}")]
    [TestCase("*", "{\"nothing to repeat\",0}")]
    [TestCase("\\", "{\"\\\\ at end of pattern\",\n                                                      1}")]
    public async Task What_is_no_regular_expression_is_refused(string pattern, string term) =>
        await RefusedAsync(For(pattern, Setting("max-length", 1)), $"pattern should be regular expression but is invalid: {term}");

    [Test]
    public async Task A_pattern_must_be_a_string()
    {
        await RefusedAsync(For("", Setting("max-length", 1)) with { Pattern = FieldValue.From(5) }, "pattern should be a binary but was 5");
        await RefusedAsync(
            For("", Setting("max-length", 1)) with { Pattern = FieldValue.From([FieldValue.From("x")]) }, "pattern should be a binary but was [<<\"x\">>]");
    }

    [Test]
    public async Task A_priority_may_be_any_number()
    {
        await _host.SetAsync("p", For("", Setting("max-length", 1)) with { Priority = FieldValue.From(1.5) });
        await _host.SetAsync("q", For("", Setting("max-length", 1)) with { Priority = FieldValue.From(-3L) });

        Assert.That(_host.Policies.List(PolicyKind.User).Select(policy => policy.Priority), Is.EqualTo(new[] { 1.5, -3 }));
    }

    [TestCase("message-ttl", true)]
    [TestCase("expires", true)]
    [TestCase("max-length", true)]
    [TestCase("max-length-bytes", true)]
    [TestCase("max-in-memory-length", true)]
    [TestCase("max-in-memory-bytes", true)]
    [TestCase("delivery-limit", true)]
    [TestCase("queue-version", true)]
    [TestCase("consumer-timeout", false)]
    [TestCase("initial-cluster-size", false)]
    public async Task Operators_may_set_limits_only(string key, bool isAllowed)
    {
        var outcome = await _host.Policies.SetAsync(PolicyKind.Operator, "p", For("", Setting(key, 1)));

        Assert.That(outcome.IsSet, Is.EqualTo(isAllowed));
    }

    [TestCase("dead-letter-exchange")]
    [TestCase("alternate-exchange")]
    [TestCase("queue-mode")]
    [TestCase("ha-mode")]
    public async Task To_operators_other_settings_are_unknown(string key)
    {
        var outcome = await _host.Policies.SetAsync(PolicyKind.Operator, "p", For("", Setting(key, "all")));

        Assert.That(outcome.Flaws, Is.EqualTo(new[] { $"[{{<<\"{key}\">>,<<\"all\">>}}] are not recognised policy settings" }));
    }

    private static IEnumerable<TestCaseData> Mirroring()
    {
        FieldEntry all = Setting("ha-mode", "all"), exactly = Setting("ha-mode", "exactly"), nodes = Setting("ha-mode", "nodes");
        yield return Case(exactly).Returns("ha-mode=\"exactly\" takes an integer, none given");
        yield return Case(exactly, Setting("ha-params", "x")).Returns("ha-mode=\"exactly\" takes an integer, <<\"x\">> given");
        yield return Case(exactly, Setting("ha-params", 0)).Returns("ha-mode=\"exactly\" takes an integer, 0 given");
        yield return Case(exactly, Setting("ha-params", 2)).Returns(null);
        yield return Case(nodes).Returns("ha-mode=\"nodes\" takes a list, none given");
        yield return Case(nodes, Setting("ha-params", FieldValue.From(Array.Empty<FieldValue>()))).Returns("ha-mode=\"nodes\" list must be non-empty");
        yield return Case(nodes, Setting("ha-params", FieldValue.From([FieldValue.From(1)])))
            .Returns("ha-mode=\"nodes\" takes a list of strings, [1] was not a string");
        yield return Case(nodes, Setting("ha-params", FieldValue.From([FieldValue.From("a")]))).Returns(null);
        yield return Case(all, Setting("ha-params", 1)).Returns("ha-mode=\"all\" does not take parameters");
        yield return Case(all, Setting("ha-sync-mode", "foo")).Returns("ha-sync-mode must be \"manual\" or \"automatic\", got <<\"foo\">>");
        yield return Case(all, Setting("ha-sync-batch-size", 0)).Returns("ha-sync-batch-size takes an integer greater than 0, 0 given");
        yield return Case(all, Setting("ha-promote-on-shutdown", "x")).Returns("ha-promote-on-shutdown must be \"always\" or \"when-synced\", got <<\"x\">>");
        yield return Case(all, Setting("ha-promote-on-failure", "x")).Returns("ha-promote-on-failure must be \"always\" or \"when-synced\", got <<\"x\">>");
        yield return Case(Setting("ha-sync-batch-size", 5))
            .Returns("ha-mode must be specified to specify ha-params, ha-sync-mode or ha-promote-on-shutdown");

        static TestCaseData Case(params FieldEntry[] definition) => new([definition]);
    }

    [TestCaseSource(nameof(Mirroring))]
    public async Task<string?> Settings_of_mirroring_are_checked_too(FieldEntry[] definition)
    {
        var outcome = await _host.Policies.SetAsync(PolicyKind.User, "p", For("", definition));

        return outcome.IsSet ? null : outcome.Flaws.Single();
    }

    private async Task RefusedAsync(PolicyRequest request, string flaw)
    {
        var outcome = await _host.Policies.SetAsync(PolicyKind.User, "p", request);

        Assert.That((outcome.IsSet, outcome.Text), Is.EqualTo((false, $"Validation failed\n\n{flaw}\n")));
    }
}
