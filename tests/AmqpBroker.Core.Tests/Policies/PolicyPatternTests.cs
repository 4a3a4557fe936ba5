using AmqpBroker.Core.Policies;

namespace AmqpBroker.Core.Tests.Policies;

public sealed class PolicyPatternTests
{
    [TestCase("^orders\\.", "orders.new", true)]
    [TestCase("^orders\\.", "all.orders.new", false)]
    [TestCase("order", "all.orders.new", true)]
    [TestCase("", "anything", true)]
    [TestCase("Order", "orders", false)]
    [TestCase("(?i)Order", "orders", true)]
    [TestCase("^(?!amq\\.).*", "amq.gen-1", false)]
    [TestCase("^(?!amq\\.).*", "orders", true)]
    [TestCase("(.)\\1$", "ordress", true)]
    [TestCase("^[[:alpha:]_]+$", "or_ders", true)]
    [TestCase("^[[:alpha:]_]+$", "or:ders", false)]
    [TestCase("^a{2}$", "aa", true)]
    public void Names_match_as_with_Perls_expressions(string pattern, string name, bool isMatch)
    {
        Assert.That(PolicyPattern.TryParse(pattern, out var parsed, out _), Is.True);
        Assert.That(parsed!.IsMatch(name), Is.EqualTo(isMatch));
    }

    [TestCase("^(a+)+$")]
    [TestCase("^(?!b)(a+)+$")]
    [CancelAfter(60_000)]
    public void No_expression_takes_for_ever(string pattern)
    {
        Assert.That(PolicyPattern.TryParse(pattern, out var parsed, out _), Is.True);
        var evil = new string('a', 200) + "!";

        // The second of them needs backtracking: it is given up on once, and not tried ten thousand times.
        var matches = Enumerable.Range(0, 10_000).Count(_ => parsed!.IsMatch(evil));

        Assert.That(matches, Is.Zero);
    }

    [Test]
    public void An_expression_that_is_too_large_is_refused()
    {
        var isParsed = PolicyPattern.TryParse(new string('a', 65_536), out _, out var flaw);

        Assert.That((isParsed, flaw), Is.EqualTo((false, "{\"regular expression is too large\",\n" + new string(' ', 54) + "0}")));
    }

    [Test]
    [CancelAfter(60_000)]
    public void Repetitions_of_repetitions_take_no_memory()
    {
        var before = GC.GetAllocatedBytesForCurrentThread();

        Assert.That(PolicyPattern.TryParse("(((a{500}){500}){500}){500}", out var parsed, out _), Is.True);
        var isMatch = parsed!.IsMatch("aaa");

        Assert.That((isMatch, GC.GetAllocatedBytesForCurrentThread() - before < 50_000_000), Is.EqualTo((false, true)));
    }
}
