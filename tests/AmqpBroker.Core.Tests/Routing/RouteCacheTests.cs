using AmqpBroker.Core.Exchanges;
using AmqpBroker.Core.Routing;
using AmqpBroker.Core.Tests.VirtualHosts;
using AmqpBroker.Core.VirtualHosts;
using AmqpBroker.Protocol;

namespace AmqpBroker.Core.Tests.Routing;

public sealed class RouteCacheTests
{
    private readonly VirtualHost _host = new("/");
    private readonly RouteCache _routes;

    public RouteCacheTests() => _routes = new RouteCache(_host);

    [Test]
    public void A_route_is_found_by_its_wire_bytes()
    {
        _host.Queue("q");
        _host.Bind("q", "amq.direct", "kö.€");

        var route = Find("amq.direct", "kö.€");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Declared.Names(route), Is.EqualTo("q"));
            Assert.That(route.WireBytes, Is.EqualTo(Declared.WireBytes("amq.direct", "kö.€")));
        }
    }

    [Test]
    public void Exchange_and_key_come_back_from_the_wire_bytes([Values("", "x", "ä€𝄞")] string exchange, [Values("", "k")] string key) =>
        Assert.That(RouteCache.Decode(RouteCache.Encode(exchange, key)), Is.EqualTo((exchange, key)));

    [Test]
    public void Wire_bytes_are_those_of_basic_publish() =>
        Assert.That(RouteCache.Encode("é", "key"), Is.EqualTo(new byte[] { 2, 0xC3, 0xA9, 3, (byte)'k', (byte)'e', (byte)'y' }));

    [Test]
    public void Where_exchange_ends_and_key_begins_matters()
    {
        _host.Exchange("a");
        _host.Exchange("ab");

        _host.Queue("q");
        _host.Bind("q", "ab", "c");

        string[] names = [.. Enumerable.Range(0, 4).Select(i => Declared.Names(i % 2 == 0 ? Find("ab", "c") : Find("a", "bc")))];

        Assert.That(names, Is.EqualTo(new[] { "q", "", "q", "" }));
    }

    [Test]
    public void Routes_used_by_turns_are_kept_and_cost_nothing()
    {
        byte[][] keys = [.. Enumerable.Range(0, 100).Select(i => Declared.WireBytes("amq.topic", $"key.{i}"))];
        Route[] first = [.. keys.Select(key => _routes.Find(key))];
        var isSame = true;

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var round = 0; round < 10; round++)
        {
            for (var i = 0; i < keys.Length; i++)
            {
                isSame &= ReferenceEquals(_routes.Find(keys[i]), first[i]);
            }
        }

        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.That((isSame, allocated), Is.EqualTo((true, 0L)));
    }

    [Test]
    public void Nothing_is_lost_but_speed_when_there_are_more_routes_than_fit()
    {
        _host.Queue("q");
        _host.Bind("q", "amq.topic", "*.0");
        const int many = 5000;

        for (var round = 0; round < 2; round++)
        {
            for (var i = 0; i < many; i++)
            {
                Assert.That(Find("amq.topic", $"{i}.{i % 2}").Queues, Has.Length.EqualTo(1 - (i % 2)));
            }
        }
    }

    [Test]
    public void A_change_of_topology_is_seen_at_once([Values(1, 2)] int routesInUse)
    {
        var queue = _host.Queue("q");
        _host.Exchange("x");
        var steps = new (Action Change, string Expected)[]
        {
            (() => { }, ""),
            (() => _host.Bind("q", "x", "k"), "q"),
            (() => _host.Unbind("q", "x", "k"), ""),
            (() => _host.Bind("q", "amq.fanout"), ""),
            (() => _host.BindExchange("amq.fanout", "x", "k"), "q"),
            (() => _host.UnbindExchange("amq.fanout", "x", "k"), ""),
            (() => _host.Bind("q", "x", "k"), "q"),
            (() => _host.DeleteQueue(queue), ""),
            (() => _host.Queue("q"), ""),
            (() => _host.Bind("q", "x", "k"), "q"),
            (() => Recreate("x", "amq.fanout"), ""),
            (() => _host.Bind("q", "amq.fanout"), "q"),
        };

        foreach (var (change, expected) in steps)
        {
            change();
            for (var i = routesInUse; i > 0; i--)
            {
                var names = Declared.Names(Find("x", i == 1 ? "k" : "other"));
                Assert.That(i == 1 ? names : expected, Is.EqualTo(expected));
            }
        }
    }

    [Test]
    public void The_default_exchange_sees_queues_come_and_go()
    {
        var before = Declared.Names(Find("", "q"));
        var queue = _host.Queue("q");
        var between = Declared.Names(Find("", "q"));
        _host.DeleteQueue(queue);

        Assert.That((before, between, Declared.Names(Find("", "q"))), Is.EqualTo(("", "q", "")));
    }

    [Test]
    public void What_is_declared_again_unchanged_keeps_the_routes()
    {
        _host.Queue("q");
        _host.Exchange("x");
        _host.Bind("q", "x", "k");
        var route = Find("x", "k");

        _host.Queue("q");
        _host.Exchange("x");
        _host.Bind("q", "x", "k");
        _host.Unbind("q", "x", "nothing there");

        Assert.That(Find("x", "k"), Is.SameAs(route));
    }

    [Test]
    public void A_missing_exchange_is_refused_until_it_is_there()
    {
        var refusal = Assert.Throws<ChannelException>(() => Find("x", "k"));

        _host.Exchange("x");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(refusal.ReplyText, Is.EqualTo("NOT_FOUND - no exchange 'x' in vhost '/'"));
            Assert.That(Find("x", "k").Queues, Is.Empty);
        }
    }

    [Test]
    public void An_internal_exchange_takes_nothing_from_clients()
    {
        _host.DeclareExchange(new ExchangeDeclaration { Name = "in", Type = ExchangeType.Get("fanout"), IsInternal = true });

        var refusal = Assert.Throws<ChannelException>(() => Find("in", "k"));

        Assert.That(refusal.ReplyText, Is.EqualTo("ACCESS_REFUSED - cannot publish to internal exchange 'in' in vhost '/'"));
    }

    private Route Find(string exchange, string key) => _routes.Find(Declared.WireBytes(exchange, key));

    private void Recreate(string name, string alternate)
    {
        _host.DeleteExchange(name, ifUnused: false);
        _host.Exchange(name, alternate: alternate);
    }
}
