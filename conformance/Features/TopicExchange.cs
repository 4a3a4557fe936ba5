using NUnit.Framework;

namespace AmqpBroker.ConformanceTests.Features;

/// <summary>Patterns of a topic exchange, each against all of these keys.</summary>
public sealed class TopicExchange : FeatureRules
{
    private static readonly string[] Keys =
        ["", "a", "b", "A", "a.", ".a", ".", "..", "a.b", "a.cb", "a..b", "a.c.b", "a.b.c", "a.b.b.b"];

    private static readonly TestCaseData[] Patterns =
    [
        Pattern("Hash_takes_every_key", "#", Keys),
        Pattern("Two_hashes_take_every_key", "#.#", Keys),
        Pattern("Star_takes_one_word", "*", ["a", "b", "A"]),
        Pattern("Star_hash_takes_one_word_or_more", "*.#", [.. Keys.Skip(1)]),
        Pattern("Hash_star_takes_one_word_or_more", "#.*", [.. Keys.Skip(1)]),
        Pattern("Word_star_takes_two_words_the_second_may_be_empty", "a.*", ["a.", "a.b", "a.cb"]),
        Pattern("Word_hash_takes_the_word_and_all_behind_it", "a.#", ["a", "a.", "a.b", "a.cb", "a..b", "a.c.b", "a.b.c", "a.b.b.b"]),
        Pattern("Star_word", "*.a", [".a"]),
        Pattern("Hash_word", "#.a", ["a", ".a"]),
        Pattern("Star_between_words_takes_one", "a.*.b", ["a..b", "a.c.b"]),
        Pattern("Hash_between_words_takes_any_number", "a.#.b", ["a.b", "a..b", "a.c.b", "a.b.b.b"]),
        Pattern("Two_hashes_between_words_are_like_one", "a.#.#.b", ["a.b", "a..b", "a.c.b", "a.b.b.b"]),
        Pattern("Word_between_hashes", "#.b.#", ["b", "a.b", "a..b", "a.c.b", "a.b.c", "a.b.b.b"]),
        Pattern("Two_stars_take_two_words", "*.*", ["a.", ".a", ".", "a.b", "a.cb"]),
        Pattern("Two_stars_hash_take_two_words_or_more", "*.*.#", [.. Keys.Skip(4)]),
        Pattern("The_empty_pattern_takes_the_empty_key", "", [""]),
        Pattern("A_dot_takes_itself", ".", ["."]),
        Pattern("Empty_words_count", "a..b", ["a..b"]),
        Pattern("A_star_within_a_word_is_no_wildcard", "a.*b", []),
        Pattern("A_hash_within_a_word_is_no_wildcard", "a.#b", []),
        Pattern("Words_differ_by_case", "A", ["A"]),
    ];

    [TestCaseSource(nameof(Patterns))]
    public async Task Matches(string pattern, string[] expected)
    {
        var exchange = await ExchangeAsync("topic");
        var queue = await BoundQueueAsync("q", exchange, pattern);

        foreach (var key in Keys)
        {
            await PublishAsync(exchange, key, key);
        }

        await ExpectAsync(queue, expected);
    }

    [Test]
    public async Task A_queue_bound_by_several_patterns_gets_one_copy()
    {
        var exchange = await ExchangeAsync("topic");
        var queue = await BoundQueueAsync("q", exchange, "a.#");
        await Channel.QueueBindAsync(queue, exchange, "#.b");
        await Channel.QueueBindAsync(queue, exchange, "a.b");

        await PublishAsync(exchange, "a.b", "text");

        await ExpectAsync(queue, "text");
    }

    [Test]
    public async Task Unbinding_a_pattern_leaves_the_others()
    {
        var exchange = await ExchangeAsync("topic");
        var queue = await BoundQueueAsync("q", exchange, "a.#");
        await Channel.QueueBindAsync(queue, exchange, "#.b");

        await Channel.QueueUnbindAsync(queue, exchange, "a.#");

        await PublishAsync(exchange, "a.c", "1");
        await PublishAsync(exchange, "a.b", "2");
        await ExpectAsync(queue, "2");
    }

    [Test]
    public async Task Keys_may_be_of_any_language()
    {
        var exchange = await ExchangeAsync("topic");
        var queue = await BoundQueueAsync("q", exchange, "größe.*.漢字");

        await PublishAsync(exchange, "größe.🐇.漢字", "text");
        await PublishAsync(exchange, "grösse.🐇.漢字", "other");

        await ExpectAsync(queue, "text");
    }

    [Test]
    public async Task Keys_may_have_very_many_words()
    {
        var exchange = await ExchangeAsync("topic");
        var queue = await BoundQueueAsync("q", exchange, "#.a.#.b");

        await PublishAsync(exchange, string.Join('.', Enumerable.Repeat("a", 127)), "without b");
        await PublishAsync(exchange, string.Join('.', Enumerable.Repeat("a", 126)) + ".b", "with b");

        await ExpectAsync(queue, "with b");
    }

    private static TestCaseData Pattern(string name, string pattern, string[] expected) =>
        new TestCaseData(pattern, expected).SetName(name);
}
