using AmqpBroker.Core.Messages;
using AmqpBroker.Core.Policies;
using AmqpBroker.Core.Queues;
using AmqpBroker.Core.Tests.Queues;
using AmqpBroker.Core.Tests.VirtualHosts;
using AmqpBroker.Core.VirtualHosts;
using AmqpBroker.Protocol.Fields;
using AmqpBroker.TestKit;
using static AmqpBroker.Core.Tests.Policies.Asked;

namespace AmqpBroker.Core.Tests.Policies;

/// <summary>Policies over a restart, and while the store takes its time.</summary>
[CancelAfter(60_000)]
public sealed class DurablePolicyTests
{
    private readonly FakeTimeProvider _clock = new();
    private readonly HeldStore _store = new();
    private readonly VirtualHost _host;

    public DurablePolicyTests() => _host = new VirtualHost("/", _store, services: new VirtualHostServices(_clock));

    [Test]
    public async Task A_policy_holds_when_it_is_safe_and_not_before()
    {
        _store.IsOpen = true;
        var queue = await _host.DeclareQueueAsync(new QueueDeclaration { Name = "q", IsDurable = true }, this);
        _store.IsOpen = false;

        var set = _host.SetAsync("p", For("q", Setting("max-length", 1)));
        var before = (set.IsCompleted, queue.Settings.MaxLength, _host.Policies.List(PolicyKind.User).Count);
        _store.Release();
        await set;

        Assert.That(before, Is.EqualTo((false, (long?)null, 0)));
        Assert.That((queue.Settings.MaxLength, _host.Policies.List(PolicyKind.User).Count), Is.EqualTo(((long?)1, 1)));
    }

    [Test]
    public async Task Two_who_set_a_policy_do_so_one_after_the_other()
    {
        var first = _host.Policies.SetAsync(PolicyKind.User, "p", For("a", Setting("max-length", 1))).AsTask();
        var second = _host.Policies.SetAsync(PolicyKind.User, "p", For("b", Setting("max-length", 1))).AsTask();
        var cleared = _host.Policies.ClearAsync(PolicyKind.User, "p").AsTask();
        var other = _host.Policies.SetAsync(PolicyKind.Operator, "p", For("c", Setting("max-length", 1))).AsTask();

        Assert.That(_store.Waiting, Has.Count.EqualTo(2), "those of one name wait for each other");
        _store.IsOpen = true;
        _store.Release(1);
        _store.Release();
        await Task.WhenAll(first, second, cleared, other);

        Assert.That(((await first).IsNew, _host.Policies.List(PolicyKind.Operator).Count), Is.EqualTo((true, 1)));
    }

    [Test]
    public async Task Policies_and_what_they_say_are_there_after_a_restart()
    {
        _store.IsOpen = true;
        await _host.DeclareQueueAsync(new QueueDeclaration { Name = "q", IsDurable = true }, this);
        await _host.SetAsync("p", For("^q$", Setting("max-length", 5)) with { Priority = FieldValue.From(2.5) });
        await _host.SetAsync("o", For("", Setting("max-length", 3)), PolicyKind.Operator);
        await _host.SetAsync("gone", For("", Setting("max-length", 1)));
        await _host.Policies.ClearAsync(PolicyKind.User, "gone");
        await _host.SetAsync("ae", For("^amq", Setting("alternate-exchange", "x")));

        var restored = Restore();

        Assert.That(restored.Policies.List(PolicyKind.User), Is.EqualTo(_host.Policies.List(PolicyKind.User)));
        Assert.That(restored.Policies.List(PolicyKind.Operator), Is.EqualTo(_host.Policies.List(PolicyKind.Operator)));
        Assert.That(restored.GetQueue("q", this).Settings.MaxLength, Is.EqualTo(3));
        Assert.That(restored.ListExchanges().Single(exchange => exchange.Name == "amq.direct").AlternateExchange, Is.EqualTo("x"));
    }

    [TestCase(true, 1)]
    [TestCase(false, 2)]
    public async Task After_a_restart_too_only_what_came_under_a_time_to_live_goes(bool isWrittenAgain, int left)
    {
        _store.IsOpen = true;
        await _host.DeclareQueueAsync(new QueueDeclaration { Name = "q", IsDurable = true }, this);
        var before = _clock.GetUtcNow().ToUnixTimeMilliseconds();
        _clock.Advance(TimeSpan.FromSeconds(1));
        await _host.SetAsync("p", For("q", Setting("message-ttl", 1000)));
        var after = _clock.GetUtcNow().ToUnixTimeMilliseconds();
        _clock.Advance(TimeSpan.FromHours(1));
        await _host.SetAsync("p", isWrittenAgain ? For("q", Setting("message-ttl", 1000), Setting("max-length", 9)) : For("q", Setting("message-ttl", 2000)));

        var queue = (ClassicQueue)Restore().GetQueue("q", this);
        queue.Restore(0, Record(1, before));
        queue.Restore(1, Record(2, after));

        Assert.That(queue.GetAll(), Has.Count.EqualTo(left), "with another time to live the messages before it stay");
    }

    private static byte[] Record(int number, long arrival)
    {
        var message = Numbered.Message(number);
        byte[] route = [0, 1, (byte)'q'];
        var record = new byte[MessageRecord.LengthOf(route.Length, in message)];
        MessageRecord.Write(record, route, in message, arrival, due: long.MaxValue);
        return record;
    }

    private VirtualHost Restore()
    {
        var host = new VirtualHost("/", _store, services: new VirtualHostServices(_clock));
        foreach (var command in _store.Load())
        {
            Assert.That(host.Restore(command), Is.True);
        }

        return host;
    }
}
