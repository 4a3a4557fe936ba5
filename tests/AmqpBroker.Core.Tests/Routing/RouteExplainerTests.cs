using AmqpBroker.Core.Routing.Explaining;
using AmqpBroker.Core.Tests.VirtualHosts;
using AmqpBroker.Core.VirtualHosts;
using AmqpBroker.Protocol.Content;
using AmqpBroker.Protocol.Fields;

namespace AmqpBroker.Core.Tests.Routing;

public sealed class RouteExplainerTests
{
    private readonly VirtualHost _host = new("/");

    public RouteExplainerTests()
    {
        foreach (var queue in new[] { "a", "b", "c" })
        {
            _host.Queue(queue);
        }
    }

    [Test]
    public void Queues_come_with_the_bindings_that_lead_to_them()
    {
        _host.Exchange("logs", "topic");
        _host.Exchange("errors", "fanout");
        _host.Bind("a", "logs", "app.#");
        _host.Bind("b", "logs", "other.#");
        _host.BindExchange("errors", "logs", "*.error");
        _host.Bind("c", "errors");

        var explanation = Explain("logs", "app.error");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(explanation.Queues.Select(Describe), Is.EquivalentTo(["a: logs-[app.#]->a", "c: logs-[*.error]->errors errors-[]->c"]));
            Assert.That(explanation.Queues, Has.All.Property(nameof(ReachedQueue.IsCertain)).True);
            Assert.That(explanation.Visits.Select(visit => (visit.Exchange.Name, visit.Bindings, visit.Hops.Count)), Is.EqualTo(new[] { ("logs", 3, 2), ("errors", 1, 1) }));
            Assert.That(explanation.Visits[1].ReachedBy?.Binding?.RoutingKey, Is.EqualTo("*.error"));
        }
    }

    [Test]
    public void The_default_exchange_leads_to_the_queue_of_that_name()
    {
        var explanation = Explain("", "b");

        Assert.That(explanation.Queues.Single().Path.Single().Kind, Is.EqualTo(RouteHopKind.DefaultExchange));
        Assert.That(Explain("", "nobody").Queues, Is.Empty);
    }

    [Test]
    public void An_alternate_exchange_is_used_when_nothing_matches()
    {
        _host.Exchange("lost", "fanout");
        _host.Bind("c", "lost");
        _host.Exchange("orders", alternate: "lost");
        _host.Bind("a", "orders", "known");

        var known = Explain("orders", "known");
        var unknown = Explain("orders", "unknown");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(known.Queues.Select(queue => queue.Queue.Name), Is.EqualTo(["a"]));
            Assert.That(known.Visits.Single().HasAlternate, Is.True);
            Assert.That(unknown.Queues.Single().Path.Select(hop => hop.Kind), Is.EqualTo([RouteHopKind.AlternateExchange, RouteHopKind.Binding]));
        }
    }

    [Test]
    public void An_alternate_exchange_that_is_not_there_is_told()
    {
        _host.Exchange("orders", alternate: "gone");

        var visit = Explain("orders", "k").Visits.Single();

        Assert.That((visit.AlternateExchange, visit.HasAlternate, visit.AlternatePolicy), Is.EqualTo(("gone", false, (string?)null)));
    }

    [Test]
    public void Headers_count_where_the_exchange_looks_at_them()
    {
        _host.Exchange("h", "headers");
        _host.Bind("a", "h", "", Declared.Arguments(("x-match", FieldValue.From("all")), ("kind", FieldValue.From("x"))));
        _host.Bind("b", "h", "", Declared.Arguments(("x-match", FieldValue.From("any")), ("kind", FieldValue.From("y"))));

        var explanation = Explain("h", "k", ("kind", FieldValue.From("x")));

        Assert.That(explanation.Queues.Select(queue => queue.Queue.Name), Is.EqualTo(["a"]));
    }

    [Test]
    public void Of_a_random_exchange_every_binding_may_be_the_one()
    {
        _host.Exchange("r", "x-random");
        _host.Bind("a", "r");
        _host.Bind("b", "r");

        var explanation = Explain("r", "k");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(explanation.Queues.Select(queue => (queue.Queue.Name, queue.IsCertain)), Is.EquivalentTo(new[] { ("a", false), ("b", false) }));
            Assert.That(explanation.Visits.Single().PicksOne, Is.True);
        }
    }

    [Test]
    public void Exchanges_bound_in_a_circle_are_visited_once()
    {
        _host.Exchange("x", "fanout");
        _host.Exchange("y", "fanout");
        _host.BindExchange("y", "x");
        _host.BindExchange("x", "y");
        _host.Bind("a", "y");

        var explanation = Explain("x", "k");

        Assert.That(explanation.Visits.Select(visit => visit.Exchange.Name), Is.EqualTo(["x", "y"]));
        Assert.That(explanation.Queues.Select(Describe), Is.EqualTo(["a: x-[]->y y-[]->a"]));
    }

    [Test]
    public void What_is_said_is_what_is_done([Values("app.error", "app.x", "y", "")] string key)
    {
        _host.Exchange("t", "topic", alternate: "f");
        _host.Exchange("f", "fanout");
        _host.Bind("a", "t", "app.*");
        _host.Bind("a", "t", "#.error");
        _host.Bind("b", "t", "*.x");
        _host.Bind("c", "f");

        var route = _host.Route("t", [key], BasicProperties.Empty, []);

        Assert.That(Explain("t", key).Queues.Select(queue => queue.Queue), Is.EquivalentTo(route.Queues));
    }

    [Test]
    public void An_exchange_that_is_not_there_is_an_error() =>
        Assert.That(() => Explain("nowhere", "k"), Throws.InstanceOf<Protocol.ChannelException>().With.Message.Contains("no exchange 'nowhere'"));

    private RouteExplanation Explain(string exchange, string key, params (string, FieldValue)[] headers) => _host.Routes.Explain(
        exchange, [key], headers.Length == 0 ? BasicProperties.Empty : BasicProperties.Empty with { Headers = Declared.Arguments(headers) });

    private static string Describe(ReachedQueue queue) =>
        $"{queue.Queue.Name}: {string.Join(' ', queue.Path.Select(hop => $"{hop.Source.Name}-[{hop.Binding?.RoutingKey}]->{hop.Queue?.Name ?? hop.Exchange?.Name}"))}";
}
