using AmqpBroker.Core.Exchanges;
using AmqpBroker.Core.Routing;
using AmqpBroker.Core.Tests.VirtualHosts;
using AmqpBroker.Core.VirtualHosts;
using AmqpBroker.Protocol.Content;
using AmqpBroker.Protocol.Fields;
using static AmqpBroker.Core.Tests.VirtualHosts.Declared;

namespace AmqpBroker.Core.Tests.Deduplication;

public sealed class ExchangeDeduplicationTests
{
    private readonly VirtualHost _host = new("/");

    [Test]
    public void It_routes_like_fanout_and_guards_all_it_leads_to()
    {
        Declare("d");
        foreach (var queue in (string[])["a", "b"])
        {
            _host.Queue(queue);
            _host.Bind(queue, "d", queue);
        }

        var route = Route("d");

        Assert.That((Names(route), route.Deduplicates, GuardedOf(route)), Is.EqualTo(("a b", true, "a b")));
    }

    [Test]
    public void A_queue_that_is_reached_another_way_too_is_not_guarded()
    {
        _host.Exchange("x", "fanout");
        Declare("d");
        _host.BindExchange("d", "x");
        foreach (var queue in (string[])["both", "behind"])
        {
            _host.Queue(queue);
            _host.Bind(queue, "d");
        }

        _host.Bind("both", "x");

        var route = Route("x");

        Assert.That((Names(route), GuardedOf(route)), Is.EqualTo(("behind both", "behind")));
    }

    [Test]
    public void Two_on_the_way_guard_what_each_leads_to()
    {
        _host.Exchange("x", "fanout");
        foreach (var name in (string[])["1", "2"])
        {
            Declare(name);
            _host.BindExchange(name, "x");
            _host.Queue($"q{name}");
            _host.Bind($"q{name}", name);
        }

        var route = Route("x");

        Assert.That(
            route.Guards.Select(guard => string.Join(' ', route.Queues.Skip(guard.First).Take(guard.Count).Select(queue => queue.Name))).Order(),
            Is.EqualTo(new[] { "q1", "q2" }));
    }

    [Test]
    public void Without_queues_behind_it_there_is_nothing_to_guard()
    {
        Declare("d");

        Assert.That((Route("d").Deduplicates, Names(Route("d"))), Is.EqualTo((false, "")));
    }

    [TestCase("", "406 Missing or invalid argument, 'x-cache-size' must be an integer greater than 0")]
    [TestCase("x-cache-size=0", "406 Missing or invalid argument, 'x-cache-size' must be an integer greater than 0")]
    [TestCase("x-cache-size=ten", "406 Missing or invalid argument, 'x-cache-size' must be an integer greater than 0")]
    [TestCase("x-cache-size=10 x-cache-ttl=0", "406 Invalid argument, 'x-cache-ttl' must be an integer greater than 0")]
    [TestCase("x-cache-size=10 x-cache-persistence=tape", "406 Invalid argument, 'x-cache-persistence' must be either 'disk' or 'memory'")]
    [TestCase("x-cache-size=10", "")]
    [TestCase("x-cache-size=10 x-cache-ttl=500 x-cache-persistence=disk", "")]
    public void Its_arguments_are_checked(string arguments, string refusal)
    {
        var table = FieldTable.Of([.. arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(argument => argument.Split('='))
            .Select(parts => new FieldEntry(parts[0], FieldValue.From(parts[1])))]);

        Assert.That(Refused.By(() => Declare("d", table)), Is.EqualTo(refusal));
    }

    private static string GuardedOf(Route route) =>
        string.Join(' ', route.Guards.SelectMany(guard => route.Queues.Skip(guard.First).Take(guard.Count)).Select(queue => queue.Name).Order(StringComparer.Ordinal));

    private Route Route(string exchange) => _host.Route(exchange, ["key"], BasicProperties.Empty, []);

    private void Declare(string name, FieldTable? arguments = null) => _host.DeclareExchange(new ExchangeDeclaration
    {
        Name = name,
        Type = ExchangeType.Get("x-message-deduplication"),
        Arguments = arguments ?? Arguments(("x-cache-size", FieldValue.From(10))),
    });
}
