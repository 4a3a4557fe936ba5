using AmqpBroker.Core.Exchanges;
using AmqpBroker.Core.Tests.VirtualHosts;
using AmqpBroker.Core.VirtualHosts;
using AmqpBroker.Protocol.Content;
using AmqpBroker.Protocol.Fields;

namespace AmqpBroker.Core.Tests.Exchanges;

public sealed class ConsistentHashRoutingTableTests
{
    private static readonly string[] Keys = [.. Enumerable.Range(0, 4000).Select(i => $"key-{i}")];

    private readonly TableUnderTest _table = new("x-consistent-hash");

    [Test]
    public void Each_key_goes_to_exactly_one_queue()
    {
        Bind(_table, 5);

        Assert.That(Keys.Select(key => _table.Match(key).Length), Is.All.EqualTo(1));
    }

    [Test]
    public void Without_bindings_nothing_matches() => Assert.That(_table.Match("k"), Is.Empty);

    [Test]
    public void A_key_goes_the_same_way_in_every_process()
    {
        Bind(_table, 4);

        var ways = string.Concat(Keys.Take(24).Select(key => _table.Match(key)[0]));

        Assert.That(ways, Is.EqualTo("213033233003033112022131"), "what has been queued for one consumer must not come from now on to another");
    }

    [Test]
    public void Shares_are_as_the_weights_say()
    {
        _table.Bind("light", "1");
        _table.Bind("heavy", "3");

        Assert.That(Keys.Count(key => _table.Match(key)[0] == "light"), Is.InRange(900, 1100));
    }

    [Test]
    public void A_weight_may_be_as_large_as_its_key_is_long()
    {
        _table.Bind("huge", new string('9', 255));
        _table.Bind("small", "1");

        Assert.That(Keys.Select(key => _table.Match(key)[0]), Is.All.EqualTo("huge"));
    }

    [Test]
    public void A_new_binding_takes_its_share_and_moves_nothing_else()
    {
        Bind(_table, 9);
        var before = Keys.ToDictionary(key => key, key => _table.Match(key)[0]);

        _table.Bind("new", "1");

        var moved = Keys.Where(key => _table.Match(key)[0] != before[key]).ToArray();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(moved.Select(key => _table.Match(key)[0]), Is.All.EqualTo("new"));
            Assert.That(moved, Has.Length.InRange(320, 480), "a tenth of them");
        }
    }

    [Test]
    public void A_binding_that_goes_moves_only_what_it_had()
    {
        Bind(_table, 10);
        var before = Keys.ToDictionary(key => key, key => _table.Match(key)[0]);

        _table.Unbind("3");

        var moved = Keys.Where(key => _table.Match(key)[0] != before[key]);
        Assert.That(moved, Is.EquivalentTo(Keys.Where(key => before[key] == "3")));
    }

    [Test]
    public void Copies_by_other_keys_go_nowhere_else()
    {
        Bind(_table, 8);

        Assert.That(_table.Match("k", BasicProperties.Empty, [.. Keys.Take(50)]), Is.EqualTo(_table.Match("k")));
    }

    [Test]
    public void A_header_may_decide()
    {
        var table = new TableUnderTest("x-consistent-hash", Declared.Arguments(("hash-header", FieldValue.From("h"))));
        Bind(table, 8);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Ways(table, i => WithHeader(FieldValue.From(i))), Is.GreaterThan(1));
            Assert.That(Ways(table, i => WithHeader(FieldValue.From($"{i}"))), Is.GreaterThan(1));
            Assert.That(Ways(table, i => WithHeader(FieldValue.From(i % 2 == 0))), Is.EqualTo(2));
            Assert.That(Ways(table, _ => WithHeader(FieldValue.From("same"))), Is.EqualTo(1), "whatever the key");
            Assert.That(Ways(table, _ => BasicProperties.Empty), Is.EqualTo(1), "those without it stay together");
            Assert.That(table.Match("k", WithHeader(FieldValue.From(7))), Is.EqualTo(table.Match("k", WithHeader(FieldValue.From(7L)))));
            Assert.That(table.Match("k", properties: null), Is.Empty, "not decoded yet: the answer would hold for no message");
        }
    }

    [Test]
    public void A_property_may_decide()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Ways("message_id", i => new BasicProperties { MessageId = $"{i}" }), Is.GreaterThan(1));
            Assert.That(Ways("message_id", _ => new BasicProperties { MessageId = "same" }), Is.EqualTo(1));
            Assert.That(Ways("correlation_id", i => new BasicProperties { CorrelationId = $"{i}" }), Is.GreaterThan(1));
            Assert.That(Ways("correlation_id", _ => new BasicProperties { CorrelationId = "same" }), Is.EqualTo(1));
            Assert.That(Ways("timestamp", i => new BasicProperties { Timestamp = (ulong)i }), Is.GreaterThan(1));
            Assert.That(Ways("timestamp", _ => new BasicProperties { Timestamp = 1 }), Is.EqualTo(1));
        }

        static int Ways(string property, Func<int, BasicProperties> properties)
        {
            var table = new TableUnderTest("x-consistent-hash", Declared.Arguments(("hash-property", FieldValue.From(property))));
            Bind(table, 8);
            return ConsistentHashRoutingTableTests.Ways(table, properties);
        }
    }

    [TestCase("abc", "406 The binding key must be an integer: <<\"abc\">>")]
    [TestCase("1.5", "406 The binding key must be an integer: <<\"1.5\">>")]
    [TestCase(" 5", "406 The binding key must be an integer: <<\" 5\">>")]
    [TestCase("", "406 The binding key must be an integer: <<>>")]
    [TestCase("+", "406 The binding key must be an integer: <<\"+\">>")]
    [TestCase("0", "406 The binding key must be greater than 0")]
    [TestCase("-3", "406 The binding key must be greater than 0")]
    [TestCase("+5", "")]
    [TestCase("007", "")]
    public void The_binding_key_is_a_weight(string key, string refusal)
    {
        var host = new VirtualHost("/");
        host.Queue("q");
        host.Exchange("x", "x-consistent-hash");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Refused.By(() => host.Bind("q", "x", key)), Is.EqualTo(refusal));
            Assert.That(Refused.By(() => host.BindExchange("amq.fanout", "x", key)), Is.EqualTo(refusal));
        }
    }

    [Test]
    public void What_cannot_be_hashed_is_refused()
    {
        var host = new VirtualHost("/");
        var header = ("hash-header", FieldValue.From("h"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Declare(header, ("hash-property", FieldValue.From("message_id"))), Is.EqualTo("406 hash-header and hash-property are mutually exclusive"));
            Assert.That(Declare(("hash-property", FieldValue.From("foo"))), Is.EqualTo("406 Unsupported property: foo"));
            Assert.That(Declare(("hash-header", FieldValue.From(1))), Is.EqualTo("406 invalid type 'signedint' for arg 'hash-header'"));
            Assert.That(host.HasExchange("x"), Is.False);
            Assert.That(Declare(header), Is.Empty);
        }

        string Declare(params (string Name, FieldValue Value)[] arguments) => Refused.By(() => host.DeclareExchange(new ExchangeDeclaration
        {
            Name = "x",
            Type = ExchangeType.Get("x-consistent-hash"),
            Arguments = Declared.Arguments(arguments),
        }));
    }

    private static void Bind(TableUnderTest table, int count)
    {
        for (var i = 0; i < count; i++)
        {
            table.Bind($"{i}", "1");
        }
    }

    private static int Ways(TableUnderTest table, Func<int, BasicProperties> properties) =>
        Enumerable.Range(0, 50).Select(i => table.Match($"{i}", properties(i))[0]).Distinct().Count();

    private static BasicProperties WithHeader(FieldValue value) => new() { Headers = Declared.Arguments(("h", value)) };
}
