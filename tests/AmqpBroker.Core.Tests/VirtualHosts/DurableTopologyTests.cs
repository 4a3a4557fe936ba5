using AmqpBroker.Core.Exchanges;
using AmqpBroker.Core.Metadata;
using AmqpBroker.Core.Queues;
using AmqpBroker.Core.VirtualHosts;
using AmqpBroker.Protocol;
using AmqpBroker.Protocol.Fields;
using AmqpBroker.TestKit;

namespace AmqpBroker.Core.Tests.VirtualHosts;

/// <summary>How what is durable changes: not before it is safe, and with whatever touches it waiting.</summary>
public sealed class DurableTopologyTests
{
    private static readonly object User = new();
    private static readonly object Other = new();
    private static readonly QueueDeclaration Durable = new() { Name = "q", IsDurable = true };
    private static readonly QueueDeclaration Exclusive = new() { Name = "mine", ExclusiveOwner = User };

    private readonly HeldStore _store = new();
    private readonly VirtualHost _host;

    public DurableTopologyTests() => _host = new VirtualHost("/", _store);

    [Test]
    public async Task A_durable_queue_is_there_when_it_is_safe_and_not_before()
    {
        var declared = _host.DeclareQueueAsync(Durable, User).AsTask();
        var before = (declared.IsCompleted, _host.FindQueue("q", User));

        _store.Release();

        var queue = await declared;
        Assert.That(before, Is.EqualTo((false, default(Queue))));
        Assert.That((_host.FindQueue("q", User), queue.Id), Is.EqualTo((queue, 1L)));
    }

    [Test]
    public async Task What_was_safe_and_not_yet_applied_at_a_crash_is_there_afterwards()
    {
        _ = _host.DeclareQueueAsync(Durable, User).AsTask();
        var afterCrash = new HeldStore { IsOpen = true };

        await afterCrash.CommitAsync(_store.Waiting.Single());

        Assert.That((_host.ListQueues().Count, Restore(afterCrash).GetQueue("q", User).Id), Is.EqualTo((0, 1L)));
    }

    [Test]
    public async Task What_could_not_be_made_safe_has_not_happened_and_can_be_tried_again()
    {
        var failed = _host.DeclareQueueAsync(Durable, User).AsTask();
        var waiting = _host.DeclareQueueAsync(Durable, Other).AsTask();
        _store.Fail();
        await Assert.ThatAsync(() => failed, Throws.InstanceOf<MetadataStoreException>());
        await Eventually.TrueAsync(() => _store.Waiting.Count == 1, "one command under way", CancellationToken.None);

        _store.Release();

        Assert.That((await waiting).Id, Is.EqualTo(2));
    }

    [Test]
    public async Task Two_who_declare_the_same_at_once_get_the_same_queue()
    {
        var first = _host.DeclareQueueAsync(Durable, User).AsTask();
        var second = _host.DeclareQueueAsync(Durable, Other).AsTask();
        var commands = _store.Waiting.Count;

        _store.Release();

        Assert.That((commands, await second), Is.EqualTo((1, await first)));
    }

    [Test]
    public async Task Of_two_who_declare_different_queues_by_one_name_the_second_is_refused()
    {
        var first = _host.DeclareQueueAsync(Durable, User).AsTask();
        Task[] others =
        [
            _host.DeclareQueueAsync(Durable with { IsDurable = false }, Other).AsTask(),
            _host.DeclareQueueAsync(Durable with { IsAutoDelete = true }, Other).AsTask(),
        ];

        _store.Release();

        await first;
        foreach (var other in others)
        {
            await Assert.ThatAsync(() => other, Throws.InstanceOf<ChannelException>());
        }

        Assert.That(_store.Waiting, Is.Empty);
    }

    [Test]
    public async Task Of_two_who_declare_different_exchanges_by_one_name_the_second_is_refused()
    {
        var first = DeclareAsync("x", isDurable: true);
        var second = DeclareAsync("x", isDurable: true, type: "fanout");

        _store.Release();

        await first;
        await Assert.ThatAsync(
            () => second, Throws.InstanceOf<ChannelException>().With.Property("ReplyText").Contains("inequivalent arg 'type'"));
    }

    [Test]
    public async Task A_queue_declared_while_its_namesake_is_deleted_is_a_new_one()
    {
        _store.IsOpen = true;
        var old = await _host.DeclareQueueAsync(Durable, User);
        _store.IsOpen = false;
        var deleted = _host.DeleteQueueAsync(old).AsTask();
        var declared = _host.DeclareQueueAsync(Durable, Other).AsTask();

        _store.Release();
        await deleted;
        await Eventually.TrueAsync(() => _store.Waiting.Count == 1, "one command under way", CancellationToken.None);
        _store.Release();

        Assert.That((await declared).Id, Is.EqualTo(2));
        Assert.That(_store.Safe, Has.ItemAt(1).EqualTo(new QueueDeleted("/", "q", 1)));
    }

    [Test]
    public async Task Deletions_at_once_end_when_the_queue_is_gone()
    {
        _store.IsOpen = true;
        var queue = await _host.DeclareQueueAsync(Durable, User);
        _store.IsOpen = false;
        var first = _host.DeleteQueueAsync(queue).AsTask();
        var second = _host.DeleteQueueAsync(queue).AsTask();
        var wasThere = second.IsCompleted;

        _store.Release();

        Assert.That((wasThere, (await first).Outcome, (await second).Outcome), Is.EqualTo((false, QueueDeleteOutcome.Deleted, QueueDeleteOutcome.AlreadyGone)));
    }

    [Test]
    public async Task A_binding_waits_for_an_end_that_is_going_and_then_finds_it_gone()
    {
        _store.IsOpen = true;
        var queue = await _host.DeclareQueueAsync(Durable, User);
        _store.IsOpen = false;
        var deleted = _host.DeleteQueueAsync(queue).AsTask();
        var bound = BindAsync("q", "amq.topic");

        _store.Release();

        await deleted;
        await Assert.ThatAsync(
            () => bound, Throws.InstanceOf<ChannelException>().With.Property("Code").EqualTo(ReplyCode.NotFound));
    }

    [Test]
    public async Task A_deletion_waits_for_bindings_under_way_and_takes_them_along()
    {
        _store.IsOpen = true;
        var queue = await _host.DeclareQueueAsync(Durable, User);
        _store.IsOpen = false;
        var one = BindAsync("q", "amq.topic", "one");
        var two = BindAsync("q", "amq.topic", "two");
        var deleted = _host.DeleteQueueAsync(queue).AsTask();
        var together = _store.Waiting.Count;

        _store.Release(1);
        _store.Release();
        await Task.WhenAll(one, two);
        await Eventually.TrueAsync(() => _store.Waiting is [QueueDeleted], "the deletion under way", CancellationToken.None);
        _store.Release();

        await deleted;
        Assert.That((together, _store.Load().Count), Is.EqualTo((2, 0)));
    }

    [Test]
    public async Task What_is_not_durable_leaves_no_trace()
    {
        await DeclareAsync("x", isDurable: false);
        var queue = await _host.DeclareQueueAsync(Durable with { IsDurable = false }, User);
        await _host.DeclareQueueAsync(Exclusive with { IsDurable = true }, User);
        await BindAsync("q", "x");
        await BindAsync("q", "amq.topic");
        await _host.BindExchangeAsync("x", "amq.topic", "", FieldTable.Empty);
        await _host.UnbindQueueAsync("q", "amq.topic", "", FieldTable.Empty, User);
        await _host.DeleteExchangeAsync("x", ifUnused: false);
        await _host.DeleteQueueAsync(queue);

        Assert.That((_store.Waiting, _store.Safe, queue.Id), Is.EqualTo((Array.Empty<MetadataCommand>(), Array.Empty<MetadataCommand>(), 0)));
    }

    [Test]
    public async Task A_binding_is_kept_when_both_its_ends_are()
    {
        _store.IsOpen = true;
        await DeclareAsync("kept", isDurable: true);
        await DeclareAsync("lost", isDurable: false);
        await _host.DeclareQueueAsync(Durable, User);
        await _host.DeclareQueueAsync(Exclusive, User);
        foreach (var exchange in (string[])["kept", "lost"])
        {
            await BindAsync("q", exchange);
            await BindAsync("mine", exchange);
            await _host.BindExchangeAsync(exchange, "amq.topic", "", FieldTable.Empty);
        }

        var bindings = _store.Safe.OfType<BindingAdded>().Select(added => (added.Binding.Source, added.Binding.Destination));

        Assert.That(bindings, Is.EqualTo(new[] { ("kept", "q"), ("amq.topic", "kept") }));
    }

    [Test]
    public async Task A_durable_exchange_that_a_transient_queue_takes_along_goes_by_one_command()
    {
        _store.IsOpen = true;
        await DeclareAsync("a", isDurable: true, isAutoDelete: true);
        await DeclareAsync("b", isDurable: true, isAutoDelete: true);
        await _host.BindExchangeAsync("b", "a", "", FieldTable.Empty);
        var queue = await _host.DeclareQueueAsync(Exclusive, User);
        await BindAsync("mine", "b");
        _store.IsOpen = false;

        var deleted = _host.DeleteQueueAsync(queue).AsTask();
        var before = (deleted.IsCompleted, _host.HasExchange("a"), _host.HasExchange("b"));
        var command = _store.Waiting.Single();
        _store.Release();
        await deleted;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(before, Is.EqualTo((false, true, true)));
            Assert.That(command, Is.EqualTo(new ExchangeDeleted("/", "b") { AutoDeleted = ["a"] }));
            Assert.That((_host.HasExchange("a"), _host.HasExchange("b"), _host.ListQueues().Count), Is.EqualTo((false, false, 0)));
            Assert.That(_store.Load(), Is.Empty);
        }
    }

    [Test]
    public async Task An_auto_delete_exchange_stays_after_a_restart_when_a_transient_binding_held_it()
    {
        _store.IsOpen = true;
        await DeclareAsync("x", isDurable: true, isAutoDelete: true);
        await _host.DeclareQueueAsync(Durable, User);
        await _host.DeclareQueueAsync(Exclusive, User);
        await BindAsync("q", "x");
        await BindAsync("mine", "x");

        await _host.UnbindQueueAsync("q", "x", "", FieldTable.Empty, User);

        Assert.That((_host.HasExchange("x"), Restore(_store).HasExchange("x")), Is.EqualTo((true, true)));
    }

    [Test]
    public async Task A_transient_binding_from_an_exchange_that_may_be_going_waits()
    {
        _store.IsOpen = true;
        await DeclareAsync("x", isDurable: true, isAutoDelete: true);
        await _host.DeclareQueueAsync(Durable, User);
        await _host.DeclareQueueAsync(Exclusive, User);
        await BindAsync("q", "x");
        _store.IsOpen = false;

        var unbound = _host.UnbindQueueAsync("q", "x", "", FieldTable.Empty, User).AsTask();
        var bound = BindAsync("mine", "x");
        _store.Release();

        await unbound;
        await Assert.ThatAsync(
            () => bound, Throws.InstanceOf<ChannelException>().With.Property("Code").EqualTo(ReplyCode.NotFound));
    }

    [Test]
    public async Task Commands_about_different_things_do_not_wait_for_each_other()
    {
        var declared = Enumerable.Range(0, 10).Select(i => _host.DeclareQueueAsync(Durable with { Name = $"{i}" }, User).AsTask()).ToArray();

        for (var last = _store.Waiting.Count - 1; last >= 0; last--)
        {
            _store.Release(last);
        }

        Assert.That(await Task.WhenAll(declared), Has.Length.EqualTo(10));
    }

    private Task<bool> DeclareAsync(string name, bool isDurable, bool isAutoDelete = false, string type = "direct") =>
        _host.DeclareExchangeAsync(new ExchangeDeclaration
        {
            Name = name,
            Type = ExchangeType.Get(type),
            IsDurable = isDurable,
            IsAutoDelete = isAutoDelete,
        }).AsTask();

    private Task<bool> BindAsync(string queue, string exchange, string key = "") =>
        _host.BindQueueAsync(queue, exchange, key, FieldTable.Empty, User).AsTask();

    private static VirtualHost Restore(HeldStore store)
    {
        var host = new VirtualHost("/");
        foreach (var command in store.Load())
        {
            Assert.That(host.Restore(command), Is.True);
        }

        return host;
    }
}
