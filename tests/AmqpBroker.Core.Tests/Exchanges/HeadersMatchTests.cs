using AmqpBroker.Core.Exchanges;
using AmqpBroker.Protocol;
using AmqpBroker.Protocol.Content;
using AmqpBroker.Protocol.Fields;

namespace AmqpBroker.Core.Tests.Exchanges;

public sealed class HeadersMatchTests
{
    private static readonly FieldTable AB = Table(("a", FieldValue.From(1)), ("b", FieldValue.From(2)));

    private static readonly FieldValue[] Ones =
    [
        FieldValue.From(1), FieldValue.From(1L), FieldValue.From(FieldType.SignedByte, 1),
        FieldValue.From(FieldType.UnsignedByte, 1), FieldValue.From(FieldType.Short, 1),
        FieldValue.From(FieldType.UnsignedShort, 1), FieldValue.From(FieldType.UnsignedInt, 1),
    ];

    private static readonly FieldValue[] NotOnes =
    [
        FieldValue.From("1"), FieldValue.From(true), FieldValue.From(1.0), FieldValue.From(1.0f), FieldValue.FromTimestamp(1),
        FieldValue.FromDecimal(0, 1), FieldValue.Void, FieldValue.From(FieldValue.From(1)), FieldValue.FromBinary([1]),
        FieldValue.From(2),
    ];

    [TestCase(null, "ab", ExpectedResult = true)]
    [TestCase(null, "a", ExpectedResult = false)]
    [TestCase("all", "ab", ExpectedResult = true)]
    [TestCase("all", "abc", ExpectedResult = true, Description = "more headers do no harm")]
    [TestCase("all", "a", ExpectedResult = false)]
    [TestCase("all", "", ExpectedResult = false)]
    [TestCase("any", "a", ExpectedResult = true)]
    [TestCase("any", "bc", ExpectedResult = true)]
    [TestCase("any", "c", ExpectedResult = false)]
    [TestCase("any", "", ExpectedResult = false)]
    [TestCase("all-with-x", "ab", ExpectedResult = true)]
    [TestCase("any-with-x", "c", ExpectedResult = false)]
    public bool A_mode_says_how_many_headers_must_be_there(string? mode, string headers) => Matches(
        WithMode(mode, AB),
        Table([.. headers.Select(name => (name.ToString(), FieldValue.From(name - 'a' + 1)))]));

    [TestCase("all", ExpectedResult = true)]
    [TestCase("any", ExpectedResult = false)]
    [TestCase("all-with-x", ExpectedResult = false)]
    [TestCase("any-with-x", ExpectedResult = false)]
    public bool Names_that_begin_with_x_count_only_when_asked_for(string mode) =>
        Matches(WithMode(mode, Table(("x-a", FieldValue.From(1)))), FieldTable.Empty);

    [TestCase("all-with-x")]
    [TestCase("any-with-x")]
    public void Names_that_begin_with_x_are_compared_when_asked_for(string mode)
    {
        var wanted = Table(("x-a", FieldValue.From(1)));

        Assert.That(Matches(WithMode(mode, wanted), wanted), Is.True);
    }

    [TestCase(null, ExpectedResult = true)]
    [TestCase("all", ExpectedResult = true)]
    [TestCase("all-with-x", ExpectedResult = true)]
    [TestCase("any", ExpectedResult = false)]
    [TestCase("any-with-x", ExpectedResult = false)]
    public bool With_nothing_to_compare_all_matches_everything_and_any_nothing(string? mode) =>
        Matches(WithMode(mode, FieldTable.Empty), AB);

    [Test]
    public void Void_in_the_binding_asks_only_for_the_name([ValueSource(nameof(NotOnes))] FieldValue value)
    {
        var wanted = Table(("a", FieldValue.Void));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Matches(wanted, Table(("a", value))), Is.True);
            Assert.That(Matches(wanted, Table(("b", value))), Is.False);
        }
    }

    [Test]
    public void Integers_of_any_width_are_equal(
        [ValueSource(nameof(Ones))] FieldValue wanted, [ValueSource(nameof(Ones))] FieldValue given) =>
        Assert.That(Matches(Table(("a", wanted)), Table(("a", given))), Is.True);

    [Test]
    public void An_integer_equals_nothing_but_integers([ValueSource(nameof(NotOnes))] FieldValue given) =>
        Assert.That(Matches(Table(("a", FieldValue.From(1))), Table(("a", given))), Is.False);

    [Test]
    public void Tables_and_arrays_compare_whole()
    {
        var nested = FieldValue.From(AB);
        var array = FieldValue.From(FieldValue.From(1), FieldValue.From("b"));
        var shorter = FieldValue.From(FieldValue.From(1));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Matches(Table(("a", nested)), Table(("a", FieldValue.From(Table([.. AB.Select(e => (e.Name, e.Value))]))))), Is.True);
            Assert.That(Matches(Table(("a", array)), Table(("a", FieldValue.From(FieldValue.From(1), FieldValue.From("b"))))), Is.True);
            Assert.That(Matches(Table(("a", array)), Table(("a", shorter))), Is.False);
        }
    }

    [Test]
    public void The_mode_is_no_header() =>
        Assert.That(Matches(WithMode("any-with-x", FieldTable.Empty), Table(("x-match", FieldValue.From("any-with-x")))), Is.False);

    [Test]
    public void An_unknown_mode_is_refused()
    {
        var refusal = Assert.Throws<ChannelException>(() => HeadersMatch.Of(WithMode("foo", AB)));

        Assert.That(refusal.ReplyText, Is.EqualTo(
            "PRECONDITION_FAILED - Invalid x-match field value <<\"foo\">>; expected all, any, all-with-x, or any-with-x"));
    }

    [Test]
    public void A_mode_that_is_no_string_is_refused()
    {
        var refusal = Assert.Throws<ChannelException>(() => HeadersMatch.Of(Table(("x-match", FieldValue.From(5)))));

        Assert.That(refusal.ReplyText, Is.EqualTo(
            "PRECONDITION_FAILED - Invalid x-match field type signedint (value 5); expected longstr"));
    }

    [Test]
    public void The_exchange_looks_at_no_key_and_no_bindings_without_headers()
    {
        var table = new TableUnderTest("headers");
        table.Bind("ab", "k", AB);
        table.Bind("all", "k");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(table.Match("other", new BasicProperties { Headers = AB }), Is.EqualTo(new[] { "ab", "all" }));
            Assert.That(table.Match("k", BasicProperties.Empty), Is.EqualTo(new[] { "all" }));
            Assert.That(table.Match("k", properties: null), Is.Empty, "not decoded yet: the answer would hold for no message");
        }
    }

    private static bool Matches(FieldTable arguments, FieldTable headers) => HeadersMatch.Of(arguments).Matches(headers);

    private static FieldTable WithMode(string? mode, FieldTable wanted) =>
        mode is null ? wanted : wanted.ToBuilder().Add("x-match", mode).Build();

    private static FieldTable Table(params (string Name, FieldValue Value)[] entries) =>
        FieldTable.Of([.. entries.Select(entry => new FieldEntry(entry.Name, entry.Value))]);
}
