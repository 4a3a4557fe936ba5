namespace AmqpBroker.Core.Tests.Exchanges;

/// <summary>Direct and fanout.</summary>
public sealed class LiteralRoutingTableTests
{
    [TestCase("a", ExpectedResult = "1 2")]
    [TestCase("A", ExpectedResult = "3")]
    [TestCase("", ExpectedResult = "4")]
    [TestCase("#", ExpectedResult = "")]
    [TestCase("a ", ExpectedResult = "")]
    public string Direct_compares_the_whole_key(string key)
    {
        var table = new TableUnderTest("direct");
        table.Bind("1", "a");
        table.Bind("2", "a");
        table.Bind("3", "A");
        table.Bind("4", "");
        table.Bind("5", "gone");

        return string.Join(' ', table.Match(key));
    }

    [Test]
    public void Direct_forgets_what_is_unbound()
    {
        var table = new TableUnderTest("direct");
        table.Bind("1", "a");
        table.Bind("2", "a");

        table.Unbind("1");
        var one = table.Match("a");
        table.Unbind("2");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(one, Is.EqualTo(new[] { "2" }));
            Assert.That(table.Match("a"), Is.Empty);
        }
    }

    [Test]
    public void Fanout_looks_at_no_key()
    {
        var table = new TableUnderTest("fanout");
        table.Bind("1", "a");
        table.Bind("2", "b");
        table.Bind("3", "c");
        table.Unbind("3");

        Assert.That(table.Match("whatever"), Is.EqualTo(new[] { "1", "2" }));
    }
}
