using System.Diagnostics;
using AmqpBroker.Core.Permissions;
using AmqpBroker.Core.Users;

namespace AmqpBroker.Core.Tests.Permissions;

public sealed class PermissionTests
{
    private Broker _broker = null!; // made for each test

    [SetUp]
    public async Task SetUpAsync()
    {
        _broker = new Broker(TimeProvider.System);
        await _broker.CreateVirtualHostAsync("shop");
        await _broker.Users.PutAsync(new User("alice", PasswordHash.Blank(), []));
    }

    [TearDown]
    public void TearDown() => _broker.Dispose();

    [TestCase("", "", ExpectedResult = true)]
    [TestCase("", "a", ExpectedResult = false)]
    [TestCase(".*", "anything", ExpectedResult = true)]
    [TestCase("b", "abc", ExpectedResult = true, Description = "not anchored")]
    [TestCase("^b", "abc", ExpectedResult = false)]
    [TestCase("^[[:alpha:]]+$", "abc", ExpectedResult = true)]
    [TestCase("^[[:alpha:]]+$", "abc1", ExpectedResult = false)]
    [TestCase("^(?!amq)", "orders", ExpectedResult = true)]
    [TestCase("^(?!amq)", "amq.gen-x", ExpectedResult = false)]
    [TestCase("^amq\\.default$", "", ExpectedResult = false)]
    public async Task<bool> A_name_is_matched_as_RabbitMQ_does(string pattern, string queue)
    {
        await _broker.Permissions.SetAsync(new UserPermission("alice", "shop", pattern, "^$", "^$"));

        return _broker.Permissions.RightsOf("alice", "shop").MayUseQueue(Right.Configure, queue);
    }

    [Test]
    public async Task Each_right_has_its_own_pattern_and_the_default_exchange_a_name()
    {
        await _broker.Permissions.SetAsync(new UserPermission("alice", "shop", "^c", "^(w|amq\\.default)", "^r"));
        var rights = _broker.Permissions.RightsOf("alice", "shop");

        Assert.That(
            (rights.MayUseQueue(Right.Configure, "c"), rights.MayUseQueue(Right.Write, "w"), rights.MayUseQueue(Right.Read, "r"), rights.MayUseQueue(Right.Read, "w"), rights.MayUseExchange(Right.Write, "")),
            Is.EqualTo((true, true, true, false, true)));
    }

    [Test]
    public async Task Rights_hold_in_their_virtual_host_and_change_at_once()
    {
        var rights = _broker.Permissions.RightsOf("alice", "shop");
        var before = rights.MayEnter;
        await _broker.Permissions.SetAsync(new UserPermission("alice", "shop", "", "", ""));
        var withNothing = (rights.MayEnter, rights.MayUseQueue(Right.Read, "q"));
        await _broker.Permissions.SetAsync(new UserPermission("alice", "shop", ".*", ".*", ".*"));
        var withAll = rights.MayUseQueue(Right.Read, "q");
        var elsewhere = _broker.Permissions.RightsOf("alice", "/").MayEnter;
        await _broker.Permissions.ClearAsync("alice", "shop");

        Assert.That((before, withNothing, withAll, elsewhere, rights.MayEnter), Is.EqualTo((false, (true, false), true, false, false)));
    }

    [Test]
    public async Task A_change_has_routes_found_anew_in_its_virtual_host()
    {
        _broker.TryGetVirtualHost("shop", out var shop);
        _broker.TryGetVirtualHost("/", out var root);
        var (before, other) = (shop!.TopologyVersion, root!.TopologyVersion);

        await _broker.Permissions.SetAsync(new UserPermission("alice", "shop", "", "", ""));

        Assert.That((shop.TopologyVersion > before, root.TopologyVersion), Is.EqualTo((true, other)));
    }

    [Test]
    public async Task A_permission_needs_a_user_a_virtual_host_and_expressions()
    {
        var noUser = await _broker.Permissions.SetAsync(new UserPermission("bob", "shop", "", "", ""));
        var noHost = await _broker.Permissions.SetAsync(new UserPermission("alice", "nope", "", "", ""));
        var broken = await _broker.Permissions.SetAsync(new UserPermission("alice", "shop", ".*", "(", ".*"));
        var first = await _broker.Permissions.SetAsync(new UserPermission("alice", "shop", ".*", ".*", ".*"));
        var second = await _broker.Permissions.SetAsync(new UserPermission("alice", "shop", ".*", ".*", ".*"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That((noUser.HasHome, noHost.HasHome, broken.IsSet), Is.EqualTo((false, false, false)));
            Assert.That((broken.InvalidPattern, broken.Flaw), Is.EqualTo(("(", "{\"missing )\",1}")));
            Assert.That((first.IsSet, first.IsNew, second.IsSet, second.IsNew), Is.EqualTo((true, true, true, false)));
        }
    }

    [TestCase(Right.Write, "alice.shop.x", ExpectedResult = true)]
    [TestCase(Right.Write, "alicexshop.x", ExpectedResult = false)]
    [TestCase(Right.Write, "bob.shop.x", ExpectedResult = false)]
    [TestCase(Right.Read, "r", ExpectedResult = true)]
    [TestCase(Right.Read, "w", ExpectedResult = false)]
    public async Task<bool> A_routing_key_is_matched_with_the_users_name_put_in(Right right, string key)
    {
        await _broker.Permissions.SetTopicAsync(new TopicPermission("alice", "shop", "amq.topic", @"^{username}\.{vhost}\.", "^r"));

        return _broker.Permissions.RightsOf("alice", "shop").MayUseTopic(right, "amq.topic", key);
    }

    [Test]
    public async Task A_name_that_is_an_expression_stands_for_itself()
    {
        await _broker.Users.PutAsync(new User(".*", PasswordHash.Blank(), []));
        await _broker.Permissions.SetTopicAsync(new TopicPermission(".*", "shop", "amq.topic", "^{username}$", ""));

        var rights = _broker.Permissions.RightsOf(".*", "shop");

        Assert.That((rights.MayUseTopic(Right.Write, "amq.topic", "other"), rights.MayUseTopic(Right.Write, "amq.topic", ".*")), Is.EqualTo((false, true)));
    }

    [Test]
    public async Task Where_nothing_is_said_of_an_exchange_every_key_is_free()
    {
        await _broker.Permissions.SetTopicAsync(new TopicPermission("alice", "shop", "amq.topic", "^a", "^a"));
        await _broker.Permissions.SetTopicAsync(new TopicPermission("alice", "shop", "events", "^a", "^a"));
        var rights = _broker.Permissions.RightsOf("alice", "shop");
        var other = rights.MayUseTopic(Right.Write, "other", "b");
        await _broker.Permissions.ClearTopicAsync("alice", "shop", "amq.topic");
        var (cleared, left) = (rights.MayUseTopic(Right.Write, "amq.topic", "b"), rights.MayUseTopic(Right.Write, "events", "b"));
        await _broker.Permissions.ClearTopicAsync("alice", "shop", null);

        Assert.That((other, cleared, left, rights.HasTopics), Is.EqualTo((true, true, false, false)));
    }

    [Test]
    public async Task An_expression_that_would_take_for_ever_allows_nothing_and_takes_a_moment()
    {
        await _broker.Permissions.SetAsync(new UserPermission("alice", "shop", @"^(?=(a+)+$)(a+)+\1b", "", ""));
        var rights = _broker.Permissions.RightsOf("alice", "shop");
        var name = new string('a', 200) + "!";
        var clock = Stopwatch.StartNew();

        var isAllowed = rights.MayUseQueue(Right.Configure, name);

        Assert.That((isAllowed, clock.Elapsed < TimeSpan.FromSeconds(30)), Is.EqualTo((false, true)));
    }
}
