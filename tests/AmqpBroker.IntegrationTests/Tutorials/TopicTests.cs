using AmqpBroker.IntegrationTests.Support;
using NUnit.Framework;
using RabbitMQ.Client;

namespace AmqpBroker.IntegrationTests.Tutorials;

public sealed class TopicTests
{
    private static readonly string[] Animals =
    [
        "quick.orange.rabbit", "lazy.orange.elephant", "quick.orange.fox", "lazy.brown.fox", "lazy.pink.rabbit",
        "quick.brown.fox", "orange", "quick.orange.new.rabbit", "lazy.orange.new.rabbit",
    ];

    private static readonly string[] EdgeKeys =
        ["", "a", "b", "A", "a.", ".a", ".", "..", "a.b", "a.cb", "a..b", "a.c.b", "a.b.c", "a.b.b.b"];

    [TestCase("*.orange.*", "quick.orange.rabbit lazy.orange.elephant quick.orange.fox")]
    [TestCase("*.*.rabbit", "quick.orange.rabbit lazy.pink.rabbit")]
    [TestCase("lazy.#", "lazy.orange.elephant lazy.brown.fox lazy.pink.rabbit lazy.orange.new.rabbit")]
    [TestCase("orange", "orange")]
    [CancelAfter(Deadline.Normal)]
    public async Task A_binding_key_selects_animals(string pattern, string expected, CancellationToken cancellationToken)
    {
        var matched = await MatchAsync(pattern, Animals, cancellationToken);

        Assert.That(matched, Is.EqualTo(expected.Split(' ')));
    }

    [TestCase("*", "a|b|A")]
    [TestCase("*.#", "a|b|A|a.|.a|.|..|a.b|a.cb|a..b|a.c.b|a.b.c|a.b.b.b")]
    [TestCase("a.*", "a.|a.b|a.cb")]
    [TestCase("a.#", "a|a.|a.b|a.cb|a..b|a.c.b|a.b.c|a.b.b.b")]
    [TestCase("*.a", ".a")]
    [TestCase("#.a", "a|.a")]
    [TestCase("a.*.b", "a..b|a.c.b")]
    [TestCase("a.#.b", "a.b|a..b|a.c.b|a.b.b.b")]
    [TestCase("#.b.#", "b|a.b|a..b|a.c.b|a.b.c|a.b.b.b")]
    [TestCase("*.*", "a.|.a|.|a.b|a.cb")]
    [TestCase("a.*b", "")]
    [CancelAfter(Deadline.Normal)]
    public async Task Empty_words_and_wildcards_match_as_specified(
        string pattern, string expected, CancellationToken cancellationToken)
    {
        var matched = await MatchAsync(pattern, EdgeKeys, cancellationToken);

        Assert.That(matched, Is.EqualTo(expected.Split('|', StringSplitOptions.RemoveEmptyEntries)));
    }

    [Test]
    [CancelAfter(Deadline.Normal)]
    public async Task A_hash_matches_the_empty_key_too(CancellationToken cancellationToken)
    {
        var matched = await MatchAsync("#", EdgeKeys, cancellationToken);

        Assert.That(matched, Is.EqualTo(EdgeKeys));
    }

    [Test]
    [CancelAfter(Deadline.Normal)]
    public async Task A_queue_bound_twice_gets_one_copy(CancellationToken cancellationToken)
    {
        await using var client = await TestClient.ConnectAsync(cancellationToken);
        var exchange = await client.DeclareExchangeAsync(ExchangeType.Topic, cancellationToken);
        var queue = await client.DeclareBoundQueueAsync(exchange, "lazy.#", cancellationToken);
        await client.Channel.QueueBindAsync(queue, exchange, "*.*.rabbit", cancellationToken: cancellationToken);

        await client.PublishAsync(exchange, "lazy.pink.rabbit", "once", cancellationToken);

        Assert.That(await client.DrainAsync(queue, cancellationToken), Is.EqualTo(new[] { "once" }));
    }

    /// <summary>Publishes each key with itself as body; returns those that a queue bound with the pattern got.</summary>
    private static async Task<List<string>> MatchAsync(
        string pattern, IEnumerable<string> keys, CancellationToken cancellationToken)
    {
        await using var client = await TestClient.ConnectAsync(cancellationToken);
        var exchange = await client.DeclareExchangeAsync(ExchangeType.Topic, cancellationToken);
        var queue = await client.DeclareBoundQueueAsync(exchange, pattern, cancellationToken);
        foreach (var key in keys)
        {
            await client.PublishAsync(exchange, key, key, cancellationToken);
        }

        return await client.DrainAsync(queue, cancellationToken);
    }
}
