using AmqpBroker.Core.Tests.VirtualHosts;
using AmqpBroker.Core.VirtualHosts;
using AmqpBroker.Protocol.Content;

namespace AmqpBroker.Core.Tests.Exchanges;

public sealed class RandomRoutingTableTests
{
    private readonly TableUnderTest _table = new("x-random");

    [Test]
    public void Each_message_goes_to_one_queue_and_all_get_some()
    {
        _table.Bind("1", "a");
        _table.Bind("2", "a");
        _table.Bind("3", "b");

        // That one of three is not picked once in so many happens in fewer than one of 10^50 runs.
        var picked = Enumerable.Range(0, 300).Select(_ => string.Join(' ', _table.Match("a"))).Distinct();

        Assert.That(picked, Is.EquivalentTo(new[] { "1", "2", "3" }), "the key is not looked at");
    }

    [Test]
    public void Copies_by_other_keys_go_nowhere_else()
    {
        _table.Bind("1", "a");
        _table.Bind("2", "a");

        Assert.That(Enumerable.Range(0, 50).Select(_ => _table.Match("a", BasicProperties.Empty, "b", "c", "d").Length), Is.All.EqualTo(1));
    }

    [Test]
    public void Without_bindings_nothing_matches()
    {
        _table.Bind("1", "a");
        _table.Unbind("1");

        Assert.That(_table.Match("a"), Is.Empty);
    }

    [Test]
    public void No_route_is_kept_for_the_next_message()
    {
        var host = new VirtualHost("/");
        host.Queue("q");
        host.Exchange("x", "x-random");
        host.Bind("q", "x");

        Assert.That(host.Route("x", ["k"], properties: null, []).DependsOnMessage, Is.True);
    }
}
