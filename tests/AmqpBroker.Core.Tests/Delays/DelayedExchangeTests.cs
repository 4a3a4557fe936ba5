using AmqpBroker.Core.DeadLetters;
using AmqpBroker.Core.Exchanges;
using AmqpBroker.Core.Messages;
using AmqpBroker.Core.Tests.Queues;
using AmqpBroker.Core.Tests.VirtualHosts;
using AmqpBroker.Protocol.Content;
using AmqpBroker.Protocol.Fields;
using AmqpBroker.TestKit;

namespace AmqpBroker.Core.Tests.Delays;

[CancelAfter(60_000)]
public sealed class DelayedExchangeTests
{
    private readonly DelayingHost _host = new();

    private static readonly object[] NoDelays =
    [
        FieldValue.From(0), FieldValue.From(-1000), FieldValue.From("soon"), FieldValue.From(true), FieldValue.Void,
        FieldValue.From((long)uint.MaxValue + 1), FieldValue.From(double.NaN), FieldValue.From(1e300),
    ];

    private static readonly object[] Seconds =
    [
        FieldValue.From(1000), FieldValue.From(1000L), FieldValue.From("1000"), FieldValue.From(1000.9), FieldValue.From(FieldType.Short, 1000),
    ];

    [TestCaseSource(nameof(Seconds))]
    public async Task A_message_waits_for_its_time(object delay)
    {
        var queue = _host.Queue("q");
        _host.Publish(1, (FieldValue)delay);

        _host.Advance(999);
        var early = (queue.Count().Ready, _host.Pending);
        _host.Advance(1);

        Assert.That(await _host.TakeAsync(queue, 1, CancellationToken.None), Is.EqualTo(new[] { 1 }));
        Assert.That(early, Is.EqualTo((0, 1)));
    }

    [TestCaseSource(nameof(NoDelays))]
    public void A_message_without_a_time_goes_on_at_once(object delay)
    {
        var queue = _host.Queue("q");

        _host.Publish(1, (FieldValue)delay);
        _host.Publish(2);

        Assert.That(queue.GetAll(), Is.EqualTo(new[] { 1, 2 }));
    }

    [Test]
    public async Task The_longest_delay_is_of_49_days(CancellationToken cancellationToken)
    {
        var queue = _host.Queue("q");
        _host.Publish(1, FieldValue.From((long)uint.MaxValue));

        for (var day = 0; day < 49; day++)
        {
            _host.Advance(86_400_000);
        }

        var early = _host.Pending;
        _host.Advance(86_400_000);
        Assert.That(await _host.TakeAsync(queue, 1, cancellationToken), Is.EqualTo(new[] { 1 }));
        Assert.That(early, Is.EqualTo(1));
    }

    [Test]
    public async Task Bindings_count_as_they_are_then(CancellationToken cancellationToken)
    {
        var before = _host.Queue("before");
        _host.Publish(1, FieldValue.From(1000));
        _host.Host.Unbind("before", "x", "k");
        var later = _host.Queue("later");

        _host.Advance(1000);

        Assert.That(await _host.TakeAsync(later, 1, cancellationToken), Is.EqualTo(new[] { 1 }));
        Assert.That(before.Count().Ready, Is.Zero);
    }

    [Test]
    public async Task A_message_whose_queue_is_gone_by_then_goes_nowhere(CancellationToken cancellationToken)
    {
        _host.Host.DeleteQueue(_host.Queue("q"));
        var isTaken = _host.Publish(1, FieldValue.From(1000));

        _host.Advance(1000);

        await _host.DrainAsync(cancellationToken);
        Assert.That(isTaken, Is.True, "so it is not returned, mandatory or not: nobody can know now");
    }

    [Test]
    public async Task It_is_routed_as_the_other_type_would(CancellationToken cancellationToken)
    {
        var host = new DelayingHost("topic");
        var (matching, other) = (host.Queue("matching", key: "#"), host.Queue("other", key: "a.*"));
        host.Publish(1, FieldValue.From(50));

        host.Advance(50);

        Assert.That(await host.TakeAsync(matching, 1, cancellationToken), Is.EqualTo(new[] { 1 }));
        Assert.That(other.Count().Ready, Is.Zero);
    }

    [Test]
    public async Task The_consumer_sees_that_it_was_delayed_and_nothing_else(CancellationToken cancellationToken)
    {
        var queue = _host.Queue("q");
        var properties = new BasicProperties { MessageId = "m", Priority = 3, Headers = Declared.Arguments(("h", FieldValue.From(1))) };
        _host.Publish(1, FieldValue.From(1000), properties: properties);
        _host.Advance(1000);
        await _host.DrainAsync(cancellationToken);

        Assert.That(queue.TryGet(out var got), Is.True);
        var record = new MessageRecord(got.Record.Bytes);
        var seen = BasicProperties.Read(ContentHeader.Read(record.Header).Properties);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(record.Route.ToArray(), Is.EqualTo(Declared.WireBytes("x", "k")));
            Assert.That(record.Priority, Is.EqualTo(3));
            Assert.That(seen with { Headers = null }, Is.EqualTo(properties with { Headers = null }));
            Assert.That(seen.Headers, Is.EqualTo(Declared.Arguments(("h", FieldValue.From(1)), ("x-delay", FieldValue.From(-1000)))));
        }
    }

    [Test]
    public async Task Its_own_time_to_live_begins_when_it_has_waited(CancellationToken cancellationToken)
    {
        var queue = _host.Queue("q");
        _host.Publish(1, FieldValue.From(10_000), properties: new BasicProperties { Expiration = "5000" });
        _host.Advance(10_000);
        await _host.DrainAsync(cancellationToken);
        var there = queue.Count().Ready;

        _host.Advance(6000);

        await Eventually.TrueAsync(() => queue.Count().Ready == 0, "it to expire", cancellationToken);
        Assert.That(there, Is.EqualTo(1));
    }

    [Test]
    public async Task Copies_go_with_it(CancellationToken cancellationToken)
    {
        var (own, visible, blind) = (_host.Queue("own"), _host.Queue("visible", key: "cc"), _host.Queue("blind", key: "bcc"));
        var headers = Declared.Arguments(
            (CarbonCopies.Visible, FieldValue.From(FieldValue.From("cc"))), (CarbonCopies.Blind, FieldValue.From(FieldValue.From("bcc"))));
        _host.Publish(1, FieldValue.From(1000), properties: new BasicProperties { Headers = headers });
        _host.Advance(1000);
        await _host.DrainAsync(cancellationToken);

        Assert.That(own.TryGet(out var got), Is.True);
        var seen = BasicProperties.Read(ContentHeader.Read(new MessageRecord(got.Record.Bytes).Header).Properties).Headers ?? FieldTable.Empty;
        using (Assert.EnterMultipleScope())
        {
            Assert.That((visible.Count().Ready, blind.Count().Ready), Is.EqualTo((1, 1)));
            Assert.That((seen.TryGet("CC", out _), seen.TryGet("BCC", out _)), Is.EqualTo((true, false)));
        }
    }

    [Test]
    public async Task An_exchange_behind_does_not_delay_again(CancellationToken cancellationToken)
    {
        _host.Declare("y", "fanout");
        _host.Host.BindExchange("y", "x", "k");
        var queue = _host.Queue("q", "y");
        _host.Publish(1, FieldValue.From(1000));

        _host.Advance(1000);

        Assert.That(await _host.TakeAsync(queue, 1, cancellationToken), Is.EqualTo(new[] { 1 }));
    }

    [Test]
    public async Task Only_the_way_over_the_exchange_waits(CancellationToken cancellationToken)
    {
        var (early, late) = (_host.Queue("early", "amq.fanout"), _host.Queue("late"));
        _host.Host.BindExchange("x", "amq.fanout");
        _host.Publish(1, FieldValue.From(1000), "amq.fanout");
        var atOnce = early.GetAll();

        _host.Advance(1000);

        Assert.That(await _host.TakeAsync(late, 1, cancellationToken), Is.EqualTo(new[] { 1 }));
        Assert.That((atOnce.Count, early.Count().Ready), Is.EqualTo((1, 0)));
    }

    [Test]
    public async Task The_alternate_exchange_gets_what_finds_no_queue_then(CancellationToken cancellationToken)
    {
        _host.Declare("y", "direct", alternate: "amq.fanout");
        var queue = _host.Queue("q", "amq.fanout");
        _host.Publish(1, FieldValue.From(1000), "y");
        var early = queue.Count().Ready;

        _host.Advance(1000);

        Assert.That(await _host.TakeAsync(queue, 1, cancellationToken), Is.EqualTo(new[] { 1 }));
        Assert.That(early, Is.Zero);
    }

    [Test]
    public async Task Deleting_the_exchange_drops_what_waits(CancellationToken cancellationToken)
    {
        _host.Publish(1, FieldValue.From(1000));
        var delay = _host.Host.ListExchanges().First(exchange => exchange.Name == "x").Delay;
        _host.Host.DeleteExchange("x", ifUnused: false);
        _host.Declare("x", "direct");
        var queue = _host.Queue("q");
        _host.Publish(2, FieldValue.From(1000));

        _host.Advance(1000);

        Assert.That(await _host.TakeAsync(queue, 1, cancellationToken), Is.EqualTo(new[] { 2 }));
        await Eventually.TrueAsync(() => delay?.Count().Ready == 0, "nothing to be left", cancellationToken);
    }

    [Test]
    public void Nobody_sees_a_queue_of_it()
    {
        _host.Publish(1, FieldValue.From(1000));

        Assert.That(_host.Host.ListQueues(), Is.Empty);
    }

    [TestCase(null, "406 Invalid argument, 'x-delayed-type' must be an existing exchange type")]
    [TestCase("foo", "406 Invalid argument, 'x-delayed-type' must be an existing exchange type")]
    [TestCase("x-delayed-message", "406 Invalid argument, 'x-delayed-message' can't be used for 'x-delayed-type'")]
    [TestCase("x-consistent-hash", "")]
    public void The_other_type_must_be_known(string? type, string refusal) => Assert.That(
        Refused.By(() => _host.Host.DeclareExchange(new ExchangeDeclaration
        {
            Name = "y",
            Type = ExchangeType.Get("x-delayed-message"),
            Arguments = type is null ? FieldTable.Empty : Declared.Arguments(("x-delayed-type", FieldValue.From(type))),
        })),
        Is.EqualTo(refusal));

    [Test]
    public void Bindings_are_refused_as_the_other_type_does()
    {
        var host = new DelayingHost("x-consistent-hash");
        host.Queue("q", key: "1");

        Assert.That(Refused.By(() => host.Host.Bind("q", "x", "k")), Is.EqualTo("406 The binding key must be an integer: <<\"k\">>"));
    }
}
