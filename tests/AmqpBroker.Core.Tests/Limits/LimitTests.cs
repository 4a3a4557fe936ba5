using AmqpBroker.Core.Limits;
using AmqpBroker.Core.Queues;
using AmqpBroker.Core.Tests.VirtualHosts;
using AmqpBroker.Core.VirtualHosts;
using AmqpBroker.Protocol;
using AmqpBroker.Protocol.Fields;
using static AmqpBroker.Core.Tests.VirtualHosts.Declared;

namespace AmqpBroker.Core.Tests.Limits;

/// <summary>Limits of virtual hosts and users. Texts as RabbitMQ 3.10.8 gives them.</summary>
public sealed class LimitTests
{
    private readonly HeldStore _store = new() { IsOpen = true };
    private readonly VirtualHost _host;

    public LimitTests() => _host = new VirtualHost("/", _store);

    [Test]
    public async Task A_virtual_host_takes_as_many_queues_as_it_may()
    {
        await SetAsync(LimitNames.MaxQueues, 2);
        _host.Queue("a");
        _host.Queue("b");

        var again = Refused.By(() => _host.Queue("a"));
        var more = Refused.By(() => _host.Queue("c"));
        _host.DeleteQueue(_host.GetQueue("a", User));
        var after = Refused.By(() => _host.Queue("c"));

        Assert.That((again, more, after), Is.EqualTo(("", "406 cannot declare queue 'c': queue limit in vhost '/' (2) is reached", "")));
    }

    [Test]
    public async Task Of_a_queue_too_many_nothing_else_is_looked_at()
    {
        await SetAsync(LimitNames.MaxQueues, 0);

        var refusal = Refused.By(() => _host.DeclareQueue(
            new QueueDeclaration { Name = "q", Arguments = Arguments(("x-max-length", FieldValue.From(-1))) }, User));

        Assert.That(refusal, Is.EqualTo("406 cannot declare queue 'q': queue limit in vhost '/' (0) is reached"));
    }

    [Test]
    public async Task Queues_that_become_durable_at_the_same_time_count_each_other()
    {
        await SetAsync(LimitNames.MaxQueues, 2);
        _store.IsOpen = false;
        var coming = Enumerable.Range(1, 4).Select(number => DeclareDurableAsync($"q{number}")).ToArray();
        _store.IsOpen = true;
        _store.Release(1);
        _store.Release();

        await Task.WhenAll(coming.Select(declared => declared.ContinueWith(_ => { }, TaskScheduler.Default)));
        Assert.That((coming.Count(declared => declared.IsCompletedSuccessfully), _host.ListQueues().Count), Is.EqualTo((2, 2)));
        await Assert.ThatAsync(() => coming[3], Throws.InstanceOf<ChannelException>());
    }

    [Test]
    public async Task Queues_above_a_new_limit_stay()
    {
        _host.Queue("a");
        _host.Queue("b");

        await SetAsync(LimitNames.MaxQueues, 1);

        Assert.That((_host.ListQueues().Count, Refused.By(() => _host.Queue("b"))), Is.EqualTo((2, "")));
    }

    [TestCase(-1L, null)]
    [TestCase(-5L, null)]
    [TestCase(0L, 0)]
    [TestCase(7L, 7)]
    [TestCase(long.MaxValue, null)]
    public async Task A_negative_limit_is_none(long value, int? expected)
    {
        await SetAsync(LimitNames.MaxConnections, value);

        Assert.That(_host.Limits.MaxConnections, Is.EqualTo(expected));
        Assert.That(_host.Limits.Values, Is.EqualTo(Arguments((LimitNames.MaxConnections, FieldValue.From(value)))));
    }

    [Test]
    public async Task What_is_no_limit_is_refused()
    {
        using var broker = new Broker(TimeProvider.System, _store);
        var outcome = await _host.Limits.SetAsync(Arguments(
            ("foo", FieldValue.From(1)), (LimitNames.MaxQueues, FieldValue.From(1.5)), (LimitNames.MaxConnections, FieldValue.From("x"))));
        var ofUser = await broker.UserLimits.SetAsync("u", Arguments((LimitNames.MaxQueues, FieldValue.From(1))));

        Assert.That(outcome.Text, Is.EqualTo(
            "Validation failed\n\n"
            + "max-connections should be a number, actually was <<\"x\">>\n"
            + "max-queues should be a number, actually was 1.5\n"
            + "Unrecognised terms [{<<\"foo\">>,1}] in limits\n"));
        Assert.That(ofUser.PlainText, Is.EqualTo("Unrecognised terms [{<<\"max-queues\">>,1}] in user-limits"));
    }

    [Test]
    public async Task Limits_are_set_one_by_one_or_all_together_and_cleared()
    {
        await SetAsync(LimitNames.MaxQueues, 1);
        await SetAsync(LimitNames.MaxConnections, 2);
        var both = (_host.Limits.MaxQueues, _host.Limits.MaxConnections);
        await _host.Limits.ReplaceAsync(Arguments((LimitNames.MaxQueues, FieldValue.From(3))));
        var replaced = (_host.Limits.MaxQueues, _host.Limits.MaxConnections);
        await _host.Limits.ClearAsync(LimitNames.MaxQueues);
        await _host.Limits.ClearAsync("foo");

        Assert.That((both, replaced, _host.Limits.Values.Count), Is.EqualTo(((1, 2), (3, (int?)null), 0)));
    }

    [Test]
    public async Task Limits_are_there_after_a_restart()
    {
        using var broker = new Broker(TimeProvider.System, _store);
        Assert.That(broker.TryGetVirtualHost("/", out var host), Is.True);
        await host!.Limits.SetAsync(Arguments((LimitNames.MaxQueues, FieldValue.From(3))));
        await broker.UserLimits.SetAsync("u", Arguments((LimitNames.MaxChannels, FieldValue.From(4))));
        await broker.UserLimits.SetAsync("u", Arguments((LimitNames.MaxConnections, FieldValue.From(5))));
        await broker.UserLimits.SetAsync("gone", Arguments((LimitNames.MaxConnections, FieldValue.From(5))));
        await broker.UserLimits.ClearAsync("gone", LimitNames.MaxConnections);

        using var restored = new Broker(TimeProvider.System, _store);
        var lost = restored.Restore();

        restored.TryGetVirtualHost("/", out var again);
        Assert.That((lost.Count, again!.Limits.MaxQueues), Is.EqualTo((0, 3)));
        Assert.That(restored.UserLimits.List(), Is.EqualTo(new[]
        {
            ("u", Arguments((LimitNames.MaxChannels, FieldValue.From(4)), (LimitNames.MaxConnections, FieldValue.From(5)))),
        }));
    }

    [Test]
    public void A_tally_that_many_add_to_never_exceeds_its_limit()
    {
        var tally = new Tally();

        var taken = Enumerable.Range(0, 4).Select(_ => Task.Factory.StartNew(
            () => Enumerable.Range(0, 10_000).Count(_ => tally.TryAdd(100)), TaskCreationOptions.LongRunning));

        Assert.That(Task.WhenAll(taken).GetAwaiter().GetResult().Sum(), Is.EqualTo(100));
        Assert.That(tally.Count, Is.EqualTo(100));
    }

    private Task<Queue> DeclareDurableAsync(string name) =>
        _host.DeclareQueueAsync(new QueueDeclaration { Name = name, IsDurable = true }, User).AsTask();

    private async Task SetAsync(string name, long value)
    {
        var outcome = await _host.Limits.SetAsync(Arguments((name, FieldValue.From(value))));
        Assert.That(outcome.IsSet, Is.True, outcome.Text);
    }
}
