using AmqpBroker.Core.VirtualHosts;

namespace AmqpBroker.Core.Tests.VirtualHosts;

public sealed class ServerNamesTests
{
    [Test]
    public void A_queue_name_ends_in_22_characters_of_base64url() =>
        Assert.That(ServerNames.NewQueueName(), Does.Match("^amq\\.gen-[A-Za-z0-9_-]{22}$"));

    [Test]
    public void A_consumer_tag_ends_in_22_characters_of_base64url() =>
        Assert.That(ServerNames.NewConsumerTag(), Does.Match("^amq\\.ctag-[A-Za-z0-9_-]{22}$"));

    [Test]
    public void No_name_comes_twice() =>
        Assert.That(Enumerable.Range(0, 1000).Select(_ => ServerNames.NewQueueName()), Is.Unique);

    [TestCase("amq.", ExpectedResult = true)]
    [TestCase("amq.foo", ExpectedResult = true)]
    [TestCase("amq", ExpectedResult = false)]
    [TestCase("AMQ.foo", ExpectedResult = false)]
    [TestCase("x.amq.foo", ExpectedResult = false)]
    [TestCase("", ExpectedResult = false)]
    public bool A_name_is_reserved_by_its_beginning(string name) => ServerNames.IsReserved(name);

    [TestCase("a\rb\nc\r\n", ExpectedResult = "abc")]
    [TestCase("\n", ExpectedResult = "")]
    [TestCase("a\tb \0", ExpectedResult = "a\tb \0")]
    public string Line_ends_go_from_names(string name) => ServerNames.Clean(name);
}
