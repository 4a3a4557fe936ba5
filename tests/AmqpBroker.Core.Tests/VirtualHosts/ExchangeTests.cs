using AmqpBroker.Core.Exchanges;
using AmqpBroker.Core.VirtualHosts;
using AmqpBroker.Protocol.Fields;

namespace AmqpBroker.Core.Tests.VirtualHosts;

public sealed class ExchangeTests
{
    private const string OnDefault = "403 operation not permitted on the default exchange";

    private readonly VirtualHost _host = new("/");

    [TestCase("", "direct", false)]
    [TestCase("amq.direct", "direct", false)]
    [TestCase("amq.fanout", "fanout", false)]
    [TestCase("amq.topic", "topic", false)]
    [TestCase("amq.headers", "headers", false)]
    [TestCase("amq.match", "headers", false)]
    [TestCase("amq.rabbitmq.trace", "topic", true)]
    public void A_virtual_host_starts_with(string name, string type, bool isInternal)
    {
        var declaration = _host.ListExchanges().Single(exchange => exchange.Name == name).Declaration;

        Assert.That(
            (declaration.Type.Name, declaration.IsInternal, declaration.IsDurable, declaration.IsAutoDelete),
            Is.EqualTo((type, isInternal, true, false)));
    }

    [Test]
    public void The_default_exchange_cannot_be_touched()
    {
        _host.Exchange("x");
        _host.Queue("q");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Refused.By(() => _host.Exchange("")), Is.EqualTo(OnDefault));
            Assert.That(Refused.By(() => _host.AssertExchange("")), Is.EqualTo(OnDefault));
            Assert.That(Refused.By(() => _host.DeleteExchange("", ifUnused: false)), Is.EqualTo(OnDefault));
            Assert.That(Refused.By(() => _host.Bind("q", "")), Is.EqualTo(OnDefault));
            Assert.That(Refused.By(() => _host.Unbind("q", "")), Is.EqualTo(OnDefault));
            Assert.That(Refused.By(() => _host.BindExchange("", "x")), Is.EqualTo(OnDefault));
            Assert.That(Refused.By(() => _host.BindExchange("x", "")), Is.EqualTo(OnDefault));
            Assert.That(Refused.By(() => _host.UnbindExchange("", "x")), Is.EqualTo(OnDefault));
            Assert.That(Refused.By(() => _host.UnbindExchange("x", "")), Is.EqualTo(OnDefault));
        }
    }

    [Test]
    public void Reserved_names_are_refused_to_new_exchanges_only()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                Refused.By(() => _host.Exchange("amq.foo")),
                Is.EqualTo("403 exchange name 'amq.foo' contains reserved prefix 'amq.*'"));
            Assert.That(
                Refused.By(() => _host.DeclareExchange(new ExchangeDeclaration { Name = "amq.direct", Type = Type("direct"), IsDurable = true })),
                Is.Empty);
            Assert.That(
                Refused.By(() => _host.AssertExchange("amq.foo")),
                Is.EqualTo("404 no exchange 'amq.foo' in vhost '/'"),
                "a passive declaration finds it missing first");
            Assert.That(Refused.By(() => _host.AssertExchange("amq.topic")), Is.Empty);
        }
    }

    [TestCase("amq.direct")]
    [TestCase("amq.not-there")]
    public void System_exchanges_cannot_be_deleted(string name) => Assert.That(
        Refused.By(() => _host.DeleteExchange(name, ifUnused: false)),
        Is.EqualTo($"403 deletion of system exchange '{name}' in vhost '/' not allowed"));

    [Test]
    public void What_is_not_there_is_deleted_without_complaint() =>
        Assert.That(Refused.By(() => _host.DeleteExchange("x", ifUnused: true)), Is.Empty);

    [Test]
    public void An_exchange_in_use_is_one_with_bindings_from_it()
    {
        _host.Exchange("x");
        _host.BindExchange("x", "amq.topic");
        _host.BindExchange("amq.fanout", "x");
        var inUse = Refused.By(() => _host.DeleteExchange("x", ifUnused: true));
        _host.UnbindExchange("amq.fanout", "x");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(inUse, Is.EqualTo("406 exchange 'x' in vhost '/' in use"));
            Assert.That(Refused.By(() => _host.DeleteExchange("x", ifUnused: true)), Is.Empty);
        }
    }

    [Test]
    public void A_difference_is_named_in_the_order_type_durable_auto_delete_internal_alternate()
    {
        var current = new ExchangeDeclaration { Name = "x", Type = Type("direct") };
        _host.DeclareExchange(current);
        var alternate = Declared.Arguments(("alternate-exchange", FieldValue.From("y")));
        var all = new ExchangeDeclaration
        {
            Name = "x",
            Type = Type("fanout"),
            IsDurable = true,
            IsAutoDelete = true,
            IsInternal = true,
            Arguments = alternate,
        };
        const string inequivalent = "406 inequivalent arg '{0}' for exchange 'x' in vhost '/': received {1} but current is {2}";

        var refusals = new[]
        {
            all,
            all with { Type = Type("direct") },
            all with { Type = Type("direct"), IsDurable = false },
            current with { IsInternal = true, Arguments = alternate },
            current with { Arguments = alternate },
            current,
        }.Select(declaration => Refused.By(() => _host.DeclareExchange(declaration)));

        var expected = new (string Name, string Received, string Current)[]
        {
            ("type", "'fanout'", "'direct'"),
            ("durable", "'true'", "'false'"),
            ("auto_delete", "'true'", "'false'"),
            ("internal", "'true'", "'false'"),
            ("alternate-exchange", "the value 'y' of type 'longstr'", "none"),
        }.Select(row => inequivalent.Replace("{0}", row.Name).Replace("{1}", row.Received).Replace("{2}", row.Current));
        Assert.That(refusals, Is.EqualTo(expected.Append("")));
    }

    [Test]
    public void Arguments_that_are_unknown_are_not_compared()
    {
        _host.Exchange("x");

        Assert.That(
            Refused.By(() => _host.DeclareExchange(new ExchangeDeclaration
            {
                Name = "x",
                Type = Type("direct"),
                Arguments = Declared.Arguments(("x-foo", FieldValue.From(1))),
            })),
            Is.Empty);
    }

    [Test]
    public void An_alternate_exchange_must_be_a_string() => Assert.That(
        Refused.By(() => _host.DeclareExchange(new ExchangeDeclaration
        {
            Name = "x",
            Type = Type("direct"),
            Arguments = Declared.Arguments(("alternate-exchange", FieldValue.From(1))),
        })),
        Is.EqualTo("406 invalid type 'signedint' for arg 'alternate-exchange' in exchange 'x' in vhost '/'"));

    [TestCase("direct", ExpectedResult = true)]
    [TestCase("Direct", ExpectedResult = false)]
    [TestCase("", ExpectedResult = false)]
    [TestCase("x-foo", ExpectedResult = false)]
    public bool A_type_is_known_by_its_exact_name(string name) => ExchangeType.TryGet(name, out _);

    [Test]
    public void Binding_what_is_missing_is_refused_for_the_exchange_first()
    {
        _host.Exchange("x");
        _host.Queue("q");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Refused.By(() => _host.Bind("r", "x")), Is.EqualTo("404 no queue 'r' in vhost '/'"));
            Assert.That(Refused.By(() => _host.Bind("q", "y")), Is.EqualTo("404 no exchange 'y' in vhost '/'"));
            Assert.That(Refused.By(() => _host.Bind("r", "y")), Is.EqualTo("404 no exchange 'y' in vhost '/'"));
            Assert.That(Refused.By(() => _host.BindExchange("y", "x")), Is.EqualTo("404 no exchange 'y' in vhost '/'"));
            Assert.That(Refused.By(() => _host.BindExchange("x", "z")), Is.EqualTo("404 no exchange 'z' in vhost '/'"));
        }
    }

    [Test]
    public void Unbinding_what_is_missing_is_no_error()
    {
        _host.Exchange("x");
        _host.Queue("q");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Refused.By(() => _host.Unbind("q", "x", "k")), Is.Empty);
            Assert.That(Refused.By(() => _host.Unbind("r", "x")), Is.Empty);
            Assert.That(Refused.By(() => _host.Unbind("q", "y")), Is.Empty);
            Assert.That(Refused.By(() => _host.UnbindExchange("x", "y")), Is.Empty);
            Assert.That(Refused.By(() => _host.UnbindExchange("y", "x")), Is.Empty);
        }
    }

    [Test]
    public void Only_a_headers_exchange_minds_x_match()
    {
        _host.Queue("q");
        var bad = Declared.Arguments(("x-match", FieldValue.From("foo")));
        const string text = "406 Invalid x-match field value <<\"foo\">>; expected all, any, all-with-x, or any-with-x";

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Refused.By(() => _host.Bind("q", "amq.headers", "", bad)), Is.EqualTo(text));
            Assert.That(Refused.By(() => _host.BindExchange("amq.topic", "amq.match", "", bad)), Is.EqualTo(text));
            Assert.That(Refused.By(() => _host.Bind("q", "amq.topic", "", bad)), Is.Empty);
        }
    }

    [Test]
    public void Arguments_tell_bindings_apart()
    {
        _host.Queue("q");
        var one = Declared.Arguments(("n", FieldValue.From(1)));
        var other = Declared.Arguments(("n", FieldValue.From(1L)));
        _host.Bind("q", "amq.direct", "k", one);
        _host.Bind("q", "amq.direct", "k", one);
        _host.Bind("q", "amq.direct", "k", other);

        _host.Unbind("q", "amq.direct", "k", one);
        var left = _host.Route("amq.direct", "k");
        _host.Unbind("q", "amq.direct", "k");
        var leftStill = _host.Route("amq.direct", "k");
        _host.Unbind("q", "amq.direct", "k", other);

        Assert.That((left, leftStill, _host.Route("amq.direct", "k")), Is.EqualTo(("q", "q", "")));
    }

    [Test]
    public void The_order_of_arguments_does_not_tell_bindings_apart()
    {
        _host.Queue("q");
        var (a, b) = (("a", FieldValue.From(1)), ("b", FieldValue.From(2)));
        _host.Bind("q", "amq.direct", "k", Declared.Arguments(a, b));

        _host.Unbind("q", "amq.direct", "k", Declared.Arguments(b, a));

        Assert.That(_host.Route("amq.direct", "k"), Is.Empty);
    }

    [Test]
    public void An_auto_delete_exchange_goes_with_its_last_binding_as_source()
    {
        _host.Exchange("x", isAutoDelete: true);
        _host.Queue("q");
        _host.BindExchange("x", "amq.fanout");
        _host.UnbindExchange("x", "amq.fanout");
        _host.Bind("q", "x", "1");
        _host.BindExchange("amq.fanout", "x", "2");

        _host.Unbind("q", "x", "1");
        var withOne = _host.HasExchange("x");
        _host.UnbindExchange("amq.fanout", "x", "2");

        Assert.That((withOne, _host.HasExchange("x")), Is.EqualTo((true, false)));
    }

    [Test]
    public void An_auto_delete_exchange_that_was_never_bound_stays()
    {
        _host.Exchange("x", isAutoDelete: true);
        _host.Queue("q");
        _host.Unbind("q", "x");

        Assert.That(_host.HasExchange("x"), Is.True);
    }

    [Test]
    public void Deleting_a_queue_takes_auto_delete_exchanges_with_it_one_after_the_other()
    {
        var queue = _host.Queue("q");
        foreach (var name in (string[])["a", "b", "c"])
        {
            _host.Exchange(name, isAutoDelete: true);
        }

        _host.BindExchange("b", "a");
        _host.BindExchange("c", "b");
        _host.BindExchange("amq.topic", "b", "keeps it");
        _host.Bind("q", "c");

        _host.DeleteQueue(queue);
        var left = (_host.HasExchange("a"), _host.HasExchange("b"), _host.HasExchange("c"));
        _host.UnbindExchange("amq.topic", "b", "keeps it");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(left, Is.EqualTo((true, true, false)));
            Assert.That((_host.HasExchange("a"), _host.HasExchange("b")), Is.EqualTo((false, false)));
        }
    }

    [Test]
    public void Auto_delete_exchanges_in_a_circle_go_together()
    {
        foreach (var name in (string[])["a", "b", "c"])
        {
            _host.Exchange(name, isAutoDelete: true);
        }

        _host.BindExchange("a", "a");
        _host.BindExchange("b", "a");
        _host.BindExchange("c", "b");
        _host.BindExchange("a", "c");

        _host.DeleteExchange("a", ifUnused: false);

        Assert.That(_host.ListExchanges(), Has.Count.EqualTo(7), "those every virtual host has");
    }

    [Test]
    public void A_chain_of_auto_delete_exchanges_may_be_as_long_as_clients_like()
    {
        const int length = 50_000;
        for (var i = 0; i < length; i++)
        {
            _host.Exchange($"{i}", isAutoDelete: true);
            if (i > 0)
            {
                _host.BindExchange($"{i}", $"{i - 1}");
            }
        }

        _host.DeleteExchange($"{length - 1}", ifUnused: false);

        Assert.That(_host.ListExchanges(), Has.Count.EqualTo(7), "those every virtual host has");
    }

    private static ExchangeType Type(string name) => ExchangeType.Get(name);
}
