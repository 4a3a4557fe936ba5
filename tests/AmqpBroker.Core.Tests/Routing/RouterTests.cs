using AmqpBroker.Core.Exchanges;
using AmqpBroker.Core.Tests.VirtualHosts;
using AmqpBroker.Core.VirtualHosts;
using AmqpBroker.Protocol.Content;
using AmqpBroker.Protocol.Fields;

namespace AmqpBroker.Core.Tests.Routing;

public sealed class RouterTests
{
    private readonly VirtualHost _host = new("/");

    public RouterTests()
    {
        foreach (var name in (string[])["q", "r", "s"])
        {
            _host.Queue(name);
        }
    }

    [Test]
    public void The_default_exchange_routes_to_the_queue_of_that_name()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(_host.Route("", "q"), Is.EqualTo("q"));
            Assert.That(_host.Route("", "Q"), Is.Empty);
            Assert.That(_host.Route("", ""), Is.Empty);
        }
    }

    [Test]
    public void A_queue_gets_one_copy_whatever_leads_to_it()
    {
        _host.Exchange("a", "topic");
        _host.Exchange("b", "fanout");
        _host.Bind("q", "a", "#");
        _host.Bind("q", "a", "k");
        _host.Bind("q", "a", "k", Declared.Arguments(("n", FieldValue.From(1))));
        _host.Bind("q", "b");
        _host.BindExchange("b", "a", "k");
        _host.BindExchange("b", "a", "#");

        Assert.That(_host.Route("a", "k", "k", "other"), Is.EqualTo("q"));
    }

    [Test]
    public void Further_keys_route_like_the_first()
    {
        _host.Bind("q", "amq.direct", "1");
        _host.Bind("r", "amq.direct", "2");
        _host.Bind("s", "amq.direct", "3");

        Assert.That(_host.Route("amq.direct", "1", "2"), Is.EqualTo("q r"));
    }

    [Test]
    public void Messages_follow_bindings_between_exchanges_round_a_loop_once()
    {
        _host.Exchange("a", "fanout");
        _host.Exchange("b", "topic");
        _host.Exchange("c");
        _host.BindExchange("a", "a");
        _host.BindExchange("b", "a");
        _host.BindExchange("c", "b", "k.*");
        _host.BindExchange("a", "c", "k.1");
        _host.Bind("q", "a");
        _host.Bind("r", "b", "k.*");
        _host.Bind("s", "c", "k.1");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(_host.Route("a", "k.1"), Is.EqualTo("q r s"));
            Assert.That(_host.Route("b", "k.1"), Is.EqualTo("q r s"));
            Assert.That(_host.Route("a", "k.2"), Is.EqualTo("q r"), "the key is the original one all the way");
            Assert.That(_host.Route("c", "k.2"), Is.Empty);
        }
    }

    [Test]
    public void An_internal_exchange_works_as_a_destination()
    {
        _host.DeclareExchange(new ExchangeDeclaration { Name = "in", Type = ExchangeType.Get("fanout"), IsInternal = true });
        _host.Bind("q", "in");
        _host.BindExchange("in", "amq.fanout");

        Assert.That(_host.Route("amq.fanout", ""), Is.EqualTo("q"));
    }

    [Test]
    public void Alternate_exchanges_form_a_chain()
    {
        _host.Exchange("a", alternate: "b");
        _host.Exchange("b", alternate: "c");
        _host.Exchange("c", "fanout");
        _host.Bind("q", "a", "1");
        _host.Bind("r", "b", "2");
        _host.Bind("s", "c");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(_host.Route("a", "1"), Is.EqualTo("q"));
            Assert.That(_host.Route("a", "2"), Is.EqualTo("r"));
            Assert.That(_host.Route("a", "3"), Is.EqualTo("s"));
            Assert.That(_host.Route("a", "3", "1"), Is.EqualTo("q"), "one key that routes is enough");
            Assert.That(_host.Route("a", "3", "2"), Is.EqualTo("r"), "all keys go on to the alternate exchange");
        }
    }

    [Test]
    public void Alternate_exchanges_in_a_circle_end_quietly()
    {
        _host.Exchange("a", alternate: "b");
        _host.Exchange("b", alternate: "a");
        _host.Exchange("self", alternate: "self");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(_host.Route("a", "k"), Is.Empty);
            Assert.That(_host.Route("self", "k"), Is.Empty);
        }
    }

    [Test]
    public void A_missing_alternate_exchange_ends_quietly_until_it_is_there()
    {
        _host.Exchange("a", alternate: "later");
        var before = _host.Route("a", "k");

        _host.Exchange("later", "fanout");
        _host.Bind("q", "later");

        Assert.That((before, _host.Route("a", "k")), Is.EqualTo(("", "q")));
    }

    [Test]
    public void The_default_exchange_routes_nothing_as_the_alternate()
    {
        _host.Exchange("a", alternate: "");

        Assert.That(_host.Route("a", "q"), Is.Empty);
    }

    [Test]
    public void An_alternate_is_not_used_when_a_binding_matched_that_led_nowhere()
    {
        _host.Exchange("a", "fanout", alternate: "amq.fanout");
        _host.Exchange("empty", "fanout");
        _host.BindExchange("empty", "a");
        _host.Bind("q", "amq.fanout");

        Assert.That(_host.Route("a", "k"), Is.Empty);
    }

    [Test]
    public void An_exchange_reached_by_a_binding_uses_its_own_alternate()
    {
        _host.Exchange("b", alternate: "amq.fanout");
        _host.BindExchange("b", "amq.topic", "#");
        _host.Bind("q", "amq.fanout");

        Assert.That(_host.Route("amq.topic", "k"), Is.EqualTo("q"));
    }

    [Test]
    public void A_route_tells_when_it_depends_on_the_message()
    {
        _host.BindExchange("amq.headers", "amq.topic", "h.#");
        var wanted = Declared.Arguments(("a", FieldValue.From(1)));
        _host.Bind("q", "amq.headers", "", wanted);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Route("h", null).DependsOnMessage, Is.True);
            Assert.That(Declared.Names(Route("h", wanted)), Is.EqualTo("q"));
            Assert.That(Declared.Names(Route("h", FieldTable.Empty)), Is.Empty);
            Assert.That(Route("other", null).DependsOnMessage, Is.False);
        }

        Core.Routing.Route Route(string key, FieldTable? headers) =>
            _host.Route("amq.topic", [key], headers is null ? null : new BasicProperties { Headers = headers }, []);
    }
}
