using AmqpBroker.Core.Metadata;
using AmqpBroker.Core.Permissions;
using AmqpBroker.Core.Policies;
using AmqpBroker.Core.Queues;
using AmqpBroker.Core.VirtualHosts;
using AmqpBroker.Protocol;
using AmqpBroker.Protocol.Fields;

namespace AmqpBroker.Core.Tests.VirtualHosts;

[CancelAfter(60_000)]
public sealed class VirtualHostDirectoryTests
{
    private static readonly object User = new();

    private readonly HeldStore _store = new() { IsOpen = true };
    private Broker _broker = null!; // made for each test

    [SetUp]
    public void SetUp() => _broker = new Broker(TimeProvider.System, _store);

    [TearDown]
    public void TearDown() => _broker.Dispose();

    [Test]
    public async Task A_virtual_host_is_made_changed_listed_and_deleted()
    {
        var isNew = await _broker.CreateVirtualHostAsync("shop", new VirtualHostDefinition { Description = "Shop", Tags = ["eu"] });
        var isNewAgain = await _broker.CreateVirtualHostAsync("shop", new VirtualHostDefinition { Description = "Other", IsTracing = true });
        _broker.TryGetVirtualHost("shop", out var shop);
        var names = _broker.VirtualHosts.Select(static host => host.Name).ToArray();
        var isDeleted = await _broker.DeleteVirtualHostAsync("shop");
        var isDeletedAgain = await _broker.DeleteVirtualHostAsync("shop");

        using (Assert.EnterMultipleScope())
        {
            Assert.That((isNew, isNewAgain, isDeleted, isDeletedAgain), Is.EqualTo((true, false, true, false)));
            Assert.That((shop!.Definition.Description, shop.Definition.IsTracing, shop.Definition.Tags.Length), Is.EqualTo(("Other", true, 0)));
            Assert.That(names, Is.EqualTo(new[] { "/", "shop" }));
            Assert.That(_broker.TryGetVirtualHost("shop", out _), Is.False);
        }
    }

    [Test]
    public async Task Virtual_hosts_share_nothing_but_their_broker()
    {
        await _broker.CreateVirtualHostAsync("shop");
        _broker.TryGetVirtualHost("shop", out var shop);
        _broker.TryGetVirtualHost("/", out var root);

        await DeclareAsync(shop!, "q");

        Assert.That((shop!.ListQueues().Count, root!.ListQueues().Count, shop.ListExchanges().Count), Is.EqualTo((1, 0, 7)));
    }

    [Test]
    public async Task A_deletion_ends_its_queues_and_takes_permissions_policies_and_limits_along()
    {
        await _broker.CreateVirtualHostAsync("shop");
        _broker.TryGetVirtualHost("shop", out var shop);
        var queue = await DeclareAsync(shop!, "q");
        await _broker.Permissions.SetAsync(new UserPermission("guest", "shop", ".*", ".*", ".*"));
        await shop!.Policies.SetAsync(PolicyKind.User, "p", new PolicyRequest { Pattern = FieldValue.From(".*"), Definition = FieldTable.Of(new FieldEntry("max-length", FieldValue.From(1))) });
        await shop.Limits.SetAsync(FieldTable.Of(new FieldEntry("max-queues", FieldValue.From(5))));

        await _broker.DeleteVirtualHostAsync("shop");
        await _broker.CreateVirtualHostAsync("shop");
        _broker.TryGetVirtualHost("shop", out var again);

        using (Assert.EnterMultipleScope())
        {
            Assert.That((queue.IsDeleted, shop.Deleted.IsCancellationRequested, again!.Deleted.IsCancellationRequested), Is.EqualTo((true, true, false)));
            Assert.That((again.ListQueues().Count, again.Policies.List(PolicyKind.User).Count, again.Limits.MaxQueues), Is.EqualTo((0, 0, (int?)null)));
            Assert.That(_broker.Permissions.Find("guest", "shop"), Is.Null);
            Assert.That(shop.ListExchanges(), Is.Empty);
        }
    }

    [Test]
    public async Task A_deletion_waits_for_what_is_under_way_and_lets_nothing_more_begin()
    {
        await _broker.CreateVirtualHostAsync("shop");
        _broker.TryGetVirtualHost("shop", out var shop);
        _store.IsOpen = false;
        var declaring = DeclareAsync(shop!, "q");
        var deleting = _broker.DeleteVirtualHostAsync("shop").AsTask();
        var late = DeclareAsync(shop!, "late");
        var wasWaiting = !deleting.IsCompleted;
        _store.IsOpen = true;
        _store.Release();

        var queue = await declaring;
        await deleting;

        using (Assert.EnterMultipleScope())
        {
            Assert.That((wasWaiting, queue.IsDeleted), Is.EqualTo((true, true)));
            Assert.That(async () => await late, Throws.InstanceOf<ConnectionException>().With.Message.Contains("vhost 'shop' is deleted"));
            Assert.That(_store.Safe[^1], Is.InstanceOf<VirtualHostDeleted>(), "nothing of it was written behind its end");
        }
    }

    [Test]
    public async Task The_first_virtual_host_may_be_deleted_and_does_not_come_back()
    {
        await _broker.FoundAsync();
        await _broker.CreateVirtualHostAsync("shop");
        await _broker.DeleteVirtualHostAsync("/");

        using var again = new Broker(TimeProvider.System, _store);
        var lost = again.Restore();
        await again.FoundAsync();

        Assert.That((lost.Count, string.Join(',', again.VirtualHosts.Select(static host => host.Name))), Is.EqualTo((0, "shop")));
    }

    [TestCase("quorum", true, false, ExpectedResult = "quorum")]
    [TestCase("quorum", false, false, ExpectedResult = "classic", Description = "a quorum queue is durable")]
    [TestCase("quorum", true, true, ExpectedResult = "classic", Description = "a quorum queue is nobody's own")]
    [TestCase("classic", false, true, ExpectedResult = "classic")]
    [TestCase(null, true, false, ExpectedResult = "classic")]
    public async Task<string> A_queue_without_a_type_gets_the_one_of_its_virtual_host_where_it_can(string? type, bool isDurable, bool isExclusive)
    {
        await _broker.CreateVirtualHostAsync("shop", new VirtualHostDefinition { DefaultQueueType = type });
        _broker.TryGetVirtualHost("shop", out var shop);

        var declaration = new QueueDeclaration { Name = "q", IsDurable = isDurable, ExclusiveOwner = isExclusive ? User : null };
        var queue = await shop!.DeclareQueueAsync(declaration, User);
        await shop.DeclareQueueAsync(declaration, User);

        return QueueTypes.NameOf(QueueTypes.Of(queue.Declaration.Arguments));
    }

    [TestCase("")]
    [TestCase(null)]
    public void A_virtual_host_needs_a_name(string? name) =>
        Assert.That(async () => await _broker.CreateVirtualHostAsync(name!), Throws.ArgumentException); // null is what is tried

    private static async Task<Queue> DeclareAsync(VirtualHost host, string name) =>
        await host.DeclareQueueAsync(new QueueDeclaration { Name = name, IsDurable = true }, User);
}
