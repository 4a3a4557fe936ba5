using System.Diagnostics;
using AmqpBroker.Core.Exchanges;
using AmqpBroker.Core.Queues;
using AmqpBroker.Protocol.Content;
using AmqpBroker.Protocol.Fields;
using FsCheck;
using FsCheck.Fluent;

namespace AmqpBroker.Core.Tests.Exchanges;

public sealed class TopicRoutingTableTests
{
    private static readonly string[] Keys =
        ["", "a", "b", "A", "a.", ".a", ".", "..", "a.b", "a.cb", "a..b", "a.c.b", "a.b.c", "a.b.b.b"];

    // Few words, so that patterns and keys meet often; empty ones among them.
    private static readonly Gen<string> Key = JoinedOf("a", "b", "", "*");
    private static readonly Gen<string> Pattern = JoinedOf("a", "b", "", "*", "*", "#", "#");

    private readonly TableUnderTest _table = new("topic");

    [TestCase("#", "", "a", "b", "A", "a.", ".a", ".", "..", "a.b", "a.cb", "a..b", "a.c.b", "a.b.c", "a.b.b.b")]
    [TestCase("#.#", "", "a", "b", "A", "a.", ".a", ".", "..", "a.b", "a.cb", "a..b", "a.c.b", "a.b.c", "a.b.b.b")]
    [TestCase("*", "a", "b", "A")]
    [TestCase("*.#", "a", "b", "A", "a.", ".a", ".", "..", "a.b", "a.cb", "a..b", "a.c.b", "a.b.c", "a.b.b.b")]
    [TestCase("#.*", "a", "b", "A", "a.", ".a", ".", "..", "a.b", "a.cb", "a..b", "a.c.b", "a.b.c", "a.b.b.b")]
    [TestCase("a.*", "a.", "a.b", "a.cb")]
    [TestCase("a.#", "a", "a.", "a.b", "a.cb", "a..b", "a.c.b", "a.b.c", "a.b.b.b")]
    [TestCase("*.a", ".a")]
    [TestCase("#.a", "a", ".a")]
    [TestCase("a.*.b", "a..b", "a.c.b")]
    [TestCase("a.#.b", "a.b", "a..b", "a.c.b", "a.b.b.b")]
    [TestCase("a.#.#.b", "a.b", "a..b", "a.c.b", "a.b.b.b")]
    [TestCase("#.b.#", "b", "a.b", "a..b", "a.c.b", "a.b.c", "a.b.b.b")]
    [TestCase("*.*", "a.", ".a", ".", "a.b", "a.cb")]
    [TestCase("*.*.#", "a.", ".a", ".", "..", "a.b", "a.cb", "a..b", "a.c.b", "a.b.c", "a.b.b.b")]
    [TestCase("", "")]
    [TestCase(".", ".")]
    [TestCase("a..b", "a..b")]
    [TestCase("a.*b")]
    [TestCase("a.#b")]
    [TestCase("a", "a")]
    public void A_pattern_matches(string pattern, params string[] expected)
    {
        _table.Bind("q", pattern);

        Assert.That(Keys.Where(key => _table.Match(key).Length > 0), Is.EquivalentTo(expected));
    }

    [TestCase("a.*b")]
    [TestCase("a.#b")]
    [TestCase("**")]
    public void A_wildcard_that_is_not_a_whole_word_is_literal(string pattern)
    {
        _table.Bind("q", pattern);

        Assert.That(_table.Match(pattern), Is.EqualTo(new[] { "q" }));
    }

    [Test]
    public void Any_patterns_match_as_a_naive_matcher_says() => Property.Holds(
        from patterns in Pattern.ArrayOf().Resize(12)
        from keys in Key.ArrayOf(8)
        select (patterns, keys),
        input =>
        {
            var table = new TableUnderTest("topic");
            for (var i = 0; i < input.patterns.Length; i++)
            {
                table.Bind($"{i}", input.patterns[i]);
            }

            foreach (var key in input.keys)
            {
                Assert.That(table.Match(key), Is.EqualTo(Expected(input.patterns, _ => true, key)), key);
            }
        },
        runs: 1000);

    [Test]
    public void What_was_removed_is_as_if_it_had_never_been() => Property.Holds(
        from patterns in Pattern.ArrayOf().Resize(12)
        from removed in Gen.Choose(0, 2).ArrayOf(patterns.Length)
        from keys in Key.ArrayOf(4)
        select (patterns, removed, keys),
        input =>
        {
            var table = new TableUnderTest("topic");
            for (var i = 0; i < input.patterns.Length; i++)
            {
                table.Bind($"{i}", input.patterns[i]);
            }

            for (var i = 0; i < input.patterns.Length; i++)
            {
                if (input.removed[i] > 0)
                {
                    table.Unbind($"{i}");
                }
            }

            foreach (var key in input.keys)
            {
                Assert.That(table.Match(key), Is.EqualTo(Expected(input.patterns, i => input.removed[i] == 0, key)), key);
            }
        },
        runs: 1000);

    [Test]
    public void A_pattern_of_nothing_but_hashes_costs_little([Values(".", "a.")] string keyPart)
    {
        // As many words as 255 octets hold.
        _table.Bind("q", string.Join('.', Enumerable.Repeat("#", 128)));
        _table.Bind("r", string.Join('.', Enumerable.Repeat("#.a", 64)) + ".b");
        var key = string.Concat(Enumerable.Repeat(keyPart, 254 / keyPart.Length));

        var matched = _table.Match(key);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(matched, Is.EqualTo(new[] { "q" }));
            Assert.That(
                Enumerable.Range(0, 10).Min(_ => TimeOf(() => _table.Match(key))),
                Is.LessThan(TimeSpan.FromMilliseconds(50)),
                "the best of ten, as the machine may be busy");
        }
    }

    [TestCase("plant.7.line.7.temperature")]
    [TestCase("plant.99.line.9.humidity")]
    [TestCase("plant.nowhere.line.1.temperature")]
    [TestCase("")]
    public void What_a_match_costs_does_not_grow_with_the_patterns(string key)
    {
        var (few, many) = (TableOf(100), TableOf(100_000));
        var message = new RoutingContext(key, BasicProperties.Empty);

        few.Match(message, new BindingMatches());
        many.Match(message, new BindingMatches());

        Assert.That(many.Visited, Is.EqualTo(few.Visited).And.LessThan(20));
    }

    [Test]
    public void A_table_that_was_emptied_holds_no_nodes()
    {
        var table = new TopicRoutingTable();
        var source = new Exchange(new ExchangeDeclaration { Name = "x", Type = ExchangeType.Get("topic") });
        var queue = new ClassicQueue("/", new QueueDeclaration { Name = "q" });
        string[] patterns = ["", "a", "a.b.c", "a.*.c", "a.#", "#", "*", "#.#.a"];
        Binding[] bindings = [.. patterns.Select(pattern => Binding.ToQueue(source, queue, pattern, FieldTable.Empty))];
        foreach (var binding in bindings)
        {
            table.Add(binding);
        }

        foreach (var binding in bindings)
        {
            table.Remove(binding);
        }

        Assert.That(table.IsEmpty, Is.True);
    }

    private static TopicRoutingTable TableOf(int patterns)
    {
        var table = new TopicRoutingTable();
        var source = new Exchange(new ExchangeDeclaration { Name = "x", Type = ExchangeType.Get("topic") });
        var queue = new ClassicQueue("/", new QueueDeclaration { Name = "q" });
        for (var i = 0; i < patterns; i++)
        {
            var pattern = (i % 4) switch
            {
                0 => $"plant.{i}.line.*.temperature",
                1 => $"plant.{i}.#",
                2 => $"*.{i}.line.{i % 10}.*",
                _ => $"plant.{i}.line.{i % 10}.temperature",
            };
            table.Add(Binding.ToQueue(source, queue, pattern, FieldTable.Empty));
        }

        return table;
    }

    private static TimeSpan TimeOf(Action action)
    {
        var started = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(started);
    }

    private static Gen<string> JoinedOf(params string[] words) =>
        from count in Gen.Choose(0, 6)
        from chosen in Gen.Elements(words).ArrayOf(count)
        select string.Join('.', chosen);

    private static IEnumerable<string> Expected(string[] patterns, Func<int, bool> isBound, string key) =>
        Enumerable.Range(0, patterns.Length)
            .Where(i => isBound(i) && Matches(Words(patterns[i]), Words(key)))
            .Select(i => $"{i}")
            .Order(StringComparer.Ordinal);

    private static ReadOnlySpan<string> Words(string text) => text.Length == 0 ? [] : text.Split('.');

    private static bool Matches(ReadOnlySpan<string> pattern, ReadOnlySpan<string> key) => pattern switch
    {
        [] => key.IsEmpty,
        ["#", .. var rest] => Matches(rest, key) || (!key.IsEmpty && Matches(pattern, key[1..])),
        [var word, .. var rest] => !key.IsEmpty && (word == "*" || word == key[0]) && Matches(rest, key[1..]),
    };
}
