using AmqpBroker.Core.Policies;
using AmqpBroker.Core.Queues;
using AmqpBroker.Core.Tests.Queues;
using AmqpBroker.Core.Tests.VirtualHosts;
using AmqpBroker.Protocol.Fields;
using AmqpBroker.TestKit;
using static AmqpBroker.Core.Tests.Policies.Asked;
using static AmqpBroker.Core.Tests.Queues.TimedQueues;

namespace AmqpBroker.Core.Tests.Policies;

/// <summary>What policies do to queues and exchanges that are there, and to those that come.</summary>
[CancelAfter(60_000)]
public sealed class PolicyEffectTests
{
    private readonly TimedQueues _queues = new();

    [Test]
    public async Task A_limit_holds_at_once_and_no_more_when_it_is_cleared(CancellationToken cancellationToken)
    {
        var queue = _queues.Declare("q");
        PublishAll(queue, 1, 2, 3, 4, 5);

        await _queues.Host.SetAsync("p", For("^q$", Setting("max-length", 2)));
        await Eventually.TrueAsync(() => queue.Count().Ready == 2, "messages to be 2", cancellationToken);
        PublishAll(queue, 6);
        var limited = queue.Count().Ready;
        await _queues.Host.Policies.ClearAsync(PolicyKind.User, "p");
        PublishAll(queue, 7);

        Assert.That(limited, Is.EqualTo(2));
        Assert.That(queue.GetAll(), Is.EqualTo(new[] { 5, 6, 7 }));
    }

    [Test]
    public async Task A_limit_far_below_what_there_is_ends_it_bit_by_bit(CancellationToken cancellationToken)
    {
        var queue = _queues.Declare("q");
        PublishAll(queue, [.. Enumerable.Range(1, 20_000)]);

        await _queues.Host.SetAsync("p", For("q", Setting("max-length", 1)));

        await Eventually.TrueAsync(() => queue.Count().Ready == 1, "messages to be 1", cancellationToken);
        Assert.That(queue.GetAll(), Is.EqualTo(new[] { 20_000 }));
    }

    [Test]
    public async Task A_limit_of_bytes_holds_at_once(CancellationToken cancellationToken)
    {
        var queue = _queues.Declare("q");
        foreach (var number in Enumerable.Range(1, 5))
        {
            _queues.Publish(queue, number, padding: 96);
        }

        await _queues.Host.SetAsync("p", For("q", Setting("max-length-bytes", 250)));

        await Eventually.TrueAsync(() => queue.Count().Ready == 2, "messages to be 2", cancellationToken);
    }

    [Test]
    public async Task Of_argument_and_policy_the_lower_limit_holds()
    {
        var queue = _queues.Declare("q", Argument("x-max-length", 70), Argument("x-message-ttl", 5), Argument("x-expires", 900));
        await _queues.Host.SetAsync("p", For("q", Setting("max-length", 100), Setting("message-ttl", 3), Setting("expires", 1000)));
        await _queues.Host.SetAsync("o", For("q", Setting("max-length", 80), Setting("max-length-bytes", 9)), PolicyKind.Operator);

        Assert.That(queue.Settings, Is.EqualTo(queue.Settings with { MaxLength = 70, MaxLengthBytes = 9, MessageTtl = 3, Expires = 900 }));
        Assert.That(queue.Policy.Definition, Is.EquivalentTo(new[]
        {
            Setting("max-length", 80), Setting("message-ttl", 3), Setting("expires", 1000), Setting("max-length-bytes", 9),
        }));
    }

    [Test]
    public async Task Of_other_things_the_argument_holds()
    {
        var queue = _queues.Declare("q", Argument("x-overflow", "drop-head"), Argument("x-dead-letter-exchange", "mine"));
        await _queues.Host.SetAsync(
            "p", For("q", Setting("overflow", "reject-publish"), Setting("dead-letter-exchange", "policys"), Setting("dead-letter-routing-key", "k")));

        Assert.That(
            (queue.Settings.Overflow, queue.Settings.DeadLetterExchange, queue.Settings.DeadLetterRoutingKey),
            Is.EqualTo((Overflow.DropHead, "mine", "k")));
    }

    [Test]
    public async Task A_message_that_was_there_before_a_time_to_live_stays(CancellationToken cancellationToken)
    {
        var queue = _queues.Declare("q");
        PublishAll(queue, 1);
        _queues.Clock.Advance(TimeSpan.FromMilliseconds(10));

        await _queues.Host.SetAsync("p", For("q", Setting("message-ttl", 1000)));
        PublishAll(queue, 2);
        await _queues.Host.Policies.ClearAsync(PolicyKind.User, "p");
        PublishAll(queue, 3);
        _queues.Clock.Advance(TimeSpan.FromMilliseconds(1100));

        await Eventually.TrueAsync(() => queue.Count().Ready == 2, "messages to be 2", cancellationToken);
        Assert.That(queue.GetAll(), Is.EqualTo(new[] { 1, 3 }));
    }

    [Test]
    public async Task A_time_longer_than_time_itself_is_a_long_time()
    {
        var queue = _queues.Declare("q");
        await _queues.Host.SetAsync("p", For("q", Setting("message-ttl", long.MaxValue), Setting("expires", long.MaxValue)));
        PublishAll(queue, 1);

        _queues.Clock.Advance(TimeSpan.FromDays(20_000));

        Assert.That((_queues.Has("q"), queue.GetAll().Count), Is.EqualTo((true, 1)));
    }

    [Test]
    public async Task An_unused_queue_goes_when_a_policy_says_so(CancellationToken cancellationToken)
    {
        _queues.Declare("q");
        _queues.Declare("other");
        _queues.Clock.Advance(TimeSpan.FromMinutes(1));

        await _queues.Host.SetAsync("p", For("^q", Setting("expires", 1000)));
        _queues.Clock.Advance(TimeSpan.FromMilliseconds(900));
        var before = _queues.Has("q");
        _queues.Clock.Advance(TimeSpan.FromMilliseconds(200));

        await Eventually.TrueAsync(() => !_queues.Has("q"), "the queue to go", cancellationToken);
        Assert.That((before, _queues.Has("other")), Is.EqualTo((true, true)));
    }

    [Test]
    public async Task A_queue_stays_when_the_policy_is_cleared_in_time()
    {
        _queues.Declare("q");
        await _queues.Host.SetAsync("p", For("q", Setting("expires", 1000)));
        _queues.Clock.Advance(TimeSpan.FromMilliseconds(900));

        await _queues.Host.Policies.ClearAsync(PolicyKind.User, "p");
        _queues.Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.That(_queues.Has("q"));
    }

    [Test]
    public async Task Messages_die_to_where_the_policy_says_now(CancellationToken cancellationToken)
    {
        var queue = _queues.Declare("q");
        var dead = _queues.Declare("dead");
        await _queues.Host.SetAsync(
            "p", For("^q$", Setting("max-length", 1), Setting("dead-letter-exchange", ""), Setting("dead-letter-routing-key", "dead")));
        PublishAll(queue, 1, 2, 3);
        await Eventually.TrueAsync(() => dead.Count().Ready == 2, "dead letters to be 2", cancellationToken);

        await _queues.Host.SetAsync("p", For("^q$", Setting("max-length", 1)));
        PublishAll(queue, 4);

        await Eventually.TrueAsync(() => queue.Count().Ready == 1, "the message too many to go", cancellationToken);
        Assert.That((dead.Count().Ready, queue.GetAll().Single()), Is.EqualTo((2L, 4)));
    }

    [Test]
    public async Task A_queue_that_refuses_messages_by_policy_changes_the_routes_to_it()
    {
        var queue = _queues.Declare("q");
        PublishAll(queue, 1);
        var before = _queues.Host.TopologyVersion;

        await _queues.Host.SetAsync("p", For("q", Setting("max-length", 1), Setting("overflow", "reject-publish")));
        var route = _queues.Host.Route("", ["q"], properties: null, []);

        Assert.That((_queues.Host.TopologyVersion > before, route.Refuses, _queues.Publish(queue, 2)), Is.EqualTo((true, true, Queue.Refused)));
    }

    [Test]
    public async Task A_message_whose_publisher_would_not_hear_of_a_refusal_is_taken()
    {
        var queue = _queues.Declare("q");
        await _queues.Host.SetAsync("p", For("q", Setting("max-length", 0), Setting("overflow", "reject-publish")));

        var position = queue.Enqueue(new([0, 1, (byte)'q'], [Numbered.Message(1)], mayBeRefused: false), 0);

        Assert.That((position, queue.Count().Ready), Is.EqualTo((0L, 1L)));
    }

    [Test]
    public async Task A_policy_that_changes_no_route_leaves_the_routes_alone()
    {
        _queues.Declare("q");
        var before = _queues.Host.TopologyVersion;

        await _queues.Host.SetAsync("p", For("", Setting("max-length", 1)));

        Assert.That(_queues.Host.TopologyVersion, Is.EqualTo(before));
    }

    [Test]
    public async Task Queues_that_come_later_come_under_the_policies_too()
    {
        await _queues.Host.SetAsync("p", For("^q", Setting("max-length", 1), Setting("expires", 100)));

        var queue = _queues.Declare("q1");
        var other = _queues.Declare("other");

        Assert.That(
            (queue.Policy.User?.Name, queue.Settings.MaxLength, other.Policy.User, other.Settings.MaxLength),
            Is.EqualTo(("p", (long?)1, (Policy?)null, (long?)null)));
    }

    [Test]
    public async Task A_queue_that_comes_under_a_policy_expires_by_it(CancellationToken cancellationToken)
    {
        await _queues.Host.SetAsync("p", For("^q", Setting("expires", 100)));
        _queues.Declare("q1");

        _queues.Clock.Advance(TimeSpan.FromMilliseconds(200));

        await Eventually.TrueAsync(() => !_queues.Has("q1"), "the queue to go", cancellationToken);
    }

    [Test]
    public async Task Queues_without_arguments_share_what_their_policy_says()
    {
        var (one, other) = (_queues.Declare("q1"), _queues.Declare("q2"));

        await _queues.Host.SetAsync("p", For("q", Setting("max-length", 1)));

        Assert.That(one.Settings, Is.SameAs(other.Settings));
    }

    [Test]
    public async Task An_alternate_exchange_holds_at_once_and_no_more_when_it_is_cleared()
    {
        _queues.Declare("lost");
        _queues.Host.Exchange("x");
        _queues.Host.Exchange("alternate", "fanout");
        _queues.Host.Bind("lost", "alternate");
        var before = (_queues.Host.TopologyVersion, Route: _queues.Host.Route("x", "k"));

        await _queues.Host.SetAsync("p", For("^x$", Setting("alternate-exchange", "alternate")));
        var set = (_queues.Host.TopologyVersion, Route: _queues.Host.Route("x", "k"));
        await _queues.Host.Policies.ClearAsync(PolicyKind.User, "p");
        var cleared = (_queues.Host.TopologyVersion, Route: _queues.Host.Route("x", "k"));

        Assert.That((before.Route, set.Route, cleared.Route), Is.EqualTo(("", "lost", "")));
        Assert.That((set.TopologyVersion > before.TopologyVersion, cleared.TopologyVersion > set.TopologyVersion), Is.EqualTo((true, true)));
    }

    [Test]
    public async Task The_default_exchange_has_no_alternate_whatever_the_policy_says()
    {
        _queues.Declare("lost");
        _queues.Declare("q");
        _queues.Host.Exchange("alternate", "fanout");
        _queues.Host.Bind("lost", "alternate");

        await _queues.Host.SetAsync("p", For("", Setting("alternate-exchange", "alternate")));

        Assert.That((_queues.Host.Route("", "q"), _queues.Host.Route("", "nowhere"), _queues.Host.Route("amq.direct", "k")), Is.EqualTo(("q", "", "lost")));
    }

    [Test]
    public async Task Of_alternate_exchanges_that_of_the_argument_holds()
    {
        await _queues.Host.SetAsync("p", For("", Setting("alternate-exchange", "policys")));
        _queues.Host.Exchange("x", alternate: "own");
        _queues.Host.Exchange("y");

        var exchanges = _queues.Host.ListExchanges().ToDictionary(exchange => exchange.Name, exchange => exchange.AlternateExchange, StringComparer.Ordinal);

        Assert.That((exchanges["x"], exchanges["y"]), Is.EqualTo(("own", "policys")));
    }

    [Test]
    public async Task Policies_are_listed_got_replaced_and_cleared()
    {
        var policies = _queues.Host.Policies;
        var first = await policies.SetAsync(PolicyKind.User, "p", For("a", Setting("max-length", 1)));
        var second = await policies.SetAsync(PolicyKind.User, "p", For("b", Setting("max-length", 2)) with { Priority = FieldValue.From(3), AppliesTo = FieldValue.From("queues") });
        var ofOperator = await policies.SetAsync(PolicyKind.Operator, "p", For("c", Setting("max-length", 1)));

        Assert.That((first.IsNew, second.IsNew, ofOperator.IsNew), Is.EqualTo((true, false, true)));
        Assert.That(policies.List(PolicyKind.User).Single(), Is.SameAs(policies.Get(PolicyKind.User, "p")).And.EqualTo(second.Policy));
        Assert.That(
            (second.Policy!.Pattern, second.Policy.Priority, second.Policy.AppliesTo.ToName(), policies.Get(PolicyKind.Operator, "p")!.Pattern),
            Is.EqualTo(("b", 3.0, "queues", "c")));
        Assert.That(
            (await policies.ClearAsync(PolicyKind.User, "p"), await policies.ClearAsync(PolicyKind.User, "p"), policies.List(PolicyKind.User).Count, policies.List(PolicyKind.Operator).Count),
            Is.EqualTo((true, false, 0, 1)));
    }

    [Test]
    public async Task Whatever_changes_at_the_same_time_all_come_under_what_is_left()
    {
        var declared = new List<Queue>();
        var declaring = Task.Factory.StartNew(
            () =>
            {
                for (var number = 0; number < 2000; number++)
                {
                    declared.Add(_queues.Declare($"q{number}"));
                }
            },
            TaskCreationOptions.LongRunning);
        var setting = Enumerable.Range(0, 3).Select(policy => Task.Factory.StartNew(
            async () =>
            {
                for (var limit = 1; limit <= 100; limit++)
                {
                    await _queues.Host.SetAsync($"p{policy}", For($"{policy}$", Setting("max-length", limit)));
                }
            },
            TaskCreationOptions.LongRunning).Unwrap());
        await Task.WhenAll([declaring, .. setting]);

        var limits = declared.Select(queue => (queue.Name[^1], queue.Settings.MaxLength)).Distinct().Order();

        Assert.That(limits, Is.EqualTo("0123456789".Select(digit => (digit, digit < '3' ? (long?)100 : null))));
    }

    private void PublishAll(Queue queue, params int[] numbers)
    {
        foreach (var number in numbers)
        {
            _queues.Publish(queue, number);
        }
    }
}
