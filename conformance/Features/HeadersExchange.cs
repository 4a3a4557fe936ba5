using NUnit.Framework;
using RabbitMQ.Client;

namespace AmqpBroker.ConformanceTests.Features;

public sealed class HeadersExchange : FeatureRules
{
    [Test]
    public Task All_needs_every_header() =>
        ExpectAsync(Arguments(("x-match", "all"), ("a", 1), ("b", 2)), Arguments(("a", 1), ("b", 2), ("c", 3)), matches: true);

    [Test]
    public Task All_is_not_satisfied_by_some() =>
        ExpectAsync(Arguments(("x-match", "all"), ("a", 1), ("b", 2)), Arguments(("a", 1)), matches: false);

    [Test]
    public Task All_is_the_default() =>
        ExpectAsync(Arguments(("a", 1), ("b", 2)), Arguments(("a", 1)), matches: false);

    [Test]
    public Task Any_needs_one_header() =>
        ExpectAsync(Arguments(("x-match", "any"), ("a", 1), ("b", 2)), Arguments(("b", 2)), matches: true);

    [Test]
    public Task Any_is_not_satisfied_by_other_values() =>
        ExpectAsync(Arguments(("x-match", "any"), ("a", 1), ("b", 2)), Arguments(("a", 2), ("b", 1)), matches: false);

    [Test]
    public Task All_of_nothing_matches_every_message() => ExpectAsync(Arguments(("x-match", "all")), headers: null, matches: true);

    [Test]
    public Task Any_of_nothing_matches_no_message() => ExpectAsync(Arguments(("x-match", "any")), Arguments(("a", 1)), matches: false);

    [Test]
    public Task All_ignores_names_with_x() =>
        ExpectAsync(Arguments(("x-match", "all"), ("a", 1), ("x-b", 2)), Arguments(("a", 1)), matches: true);

    [Test]
    public Task Any_ignores_names_with_x() =>
        ExpectAsync(Arguments(("x-match", "any"), ("a", 1), ("x-b", 2)), Arguments(("x-b", 2)), matches: false);

    [Test]
    public Task All_with_x_compares_names_with_x() =>
        ExpectAsync(Arguments(("x-match", "all-with-x"), ("a", 1), ("x-b", 2)), Arguments(("a", 1)), matches: false);

    [Test]
    public Task Any_with_x_compares_names_with_x() =>
        ExpectAsync(Arguments(("x-match", "any-with-x"), ("a", 1), ("x-b", 2)), Arguments(("x-b", 2)), matches: true);

    [Test]
    public Task A_void_value_needs_the_name_only() =>
        ExpectAsync(Arguments(("x-match", "all"), ("a", null)), Arguments(("a", "anything")), matches: true);

    [Test]
    public Task A_void_value_needs_the_name() =>
        ExpectAsync(Arguments(("x-match", "all"), ("a", null)), Arguments(("b", "anything")), matches: false);

    [Test]
    public Task Integers_of_all_widths_are_equal() =>
        ExpectAsync(Arguments(("a", 1)), Arguments(("a", 1L)), matches: true);

    [Test]
    public Task A_number_is_not_equal_to_its_text() =>
        ExpectAsync(Arguments(("a", 1)), Arguments(("a", "1")), matches: false);

    [Test]
    public Task A_bool_is_not_equal_to_a_number() =>
        ExpectAsync(Arguments(("a", true)), Arguments(("a", 1)), matches: false);

    [Test]
    public Task An_integer_is_not_equal_to_a_floating_point_number() =>
        ExpectAsync(Arguments(("a", 1)), Arguments(("a", 1.0)), matches: false);

    [Test]
    public Task Texts_differ_by_case() =>
        ExpectAsync(Arguments(("a", "Text")), Arguments(("a", "text")), matches: false);

    [Test]
    public Task A_message_without_headers_matches_nothing_that_is_asked_for() =>
        ExpectAsync(Arguments(("a", 1)), headers: null, matches: false);

    [Test]
    public Task Tables_are_compared_whole() => ExpectAsync(
        Arguments(("a", Arguments(("b", 1)))), Arguments(("a", Arguments(("b", 1)))), matches: true);

    [Test]
    public Task Tables_with_other_entries_differ() => ExpectAsync(
        Arguments(("a", Arguments(("b", 1)))), Arguments(("a", Arguments(("b", 2)))), matches: false);

    [Test]
    public Task Arrays_are_compared_whole() => ExpectAsync(
        Arguments(("a", new List<object> { 1, "x" })), Arguments(("a", new List<object> { 1, "x" })), matches: true);

    [Test]
    public Task Floating_point_numbers_of_both_widths_are_equal() =>
        ExpectAsync(Arguments(("a", 1.5f)), Arguments(("a", 1.5)), matches: true);

    [Test]
    public Task Names_differ_by_case() => ExpectAsync(Arguments(("a", 1)), Arguments(("A", 1)), matches: false);

    [Test]
    public async Task The_routing_key_is_ignored()
    {
        var exchange = await ExchangeAsync("headers");
        var queue = await QueueAsync();
        await Channel.QueueBindAsync(queue, exchange, "key", Arguments(("a", 1)));

        await PublishAsync(exchange, "another", "text", new BasicProperties { Headers = Arguments(("a", 1)) });

        await ExpectAsync(queue, "text");
    }

    private async Task ExpectAsync(Dictionary<string, object?> binding, Dictionary<string, object?>? headers, bool matches)
    {
        var exchange = await ExchangeAsync("headers");
        var queue = await QueueAsync();
        await Channel.QueueBindAsync(queue, exchange, string.Empty, binding);

        await PublishAsync(exchange, string.Empty, "text", headers is null ? null : new BasicProperties { Headers = headers });

        await ExpectAsync(queue, matches ? ["text"] : []);
    }
}
