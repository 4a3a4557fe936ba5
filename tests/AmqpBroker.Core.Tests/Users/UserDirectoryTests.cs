using AmqpBroker.Core.Permissions;
using AmqpBroker.Core.Users;
using AmqpBroker.Protocol.Fields;

namespace AmqpBroker.Core.Tests.Users;

public sealed class UserDirectoryTests
{
    private readonly Broker _broker = new(TimeProvider.System);

    [TearDown]
    public void Dispose() => _broker.Dispose();

    [Test]
    public async Task A_user_is_made_changed_listed_and_deleted()
    {
        var alice = new User("alice", _broker.Users.Hash("secret"), ["management"]);

        var isNew = await _broker.Users.PutAsync(alice);
        var isNewAgain = await _broker.Users.PutAsync(alice with { Tags = ["monitoring", "eu"] });
        var found = _broker.Users.Find("alice");
        var names = _broker.Users.List().Select(static user => user.Name).ToArray();
        var isDeleted = await _broker.Users.DeleteAsync("alice");
        var isDeletedAgain = await _broker.Users.DeleteAsync("alice");

        using (Assert.EnterMultipleScope())
        {
            Assert.That((isNew, isNewAgain, isDeleted, isDeletedAgain), Is.EqualTo((true, false, true, false)));
            Assert.That(found!.Tags, Is.EqualTo(new[] { "monitoring", "eu" }));
            Assert.That(names, Is.EqualTo(new[] { "alice", "guest" }));
            Assert.That(_broker.Users.Find("alice"), Is.Null);
        }
    }

    [Test]
    public async Task Permissions_and_limits_go_with_their_user_and_do_not_come_back_with_its_name()
    {
        var alice = new User("alice", PasswordHash.Blank(), []);
        await _broker.Users.PutAsync(alice);
        await _broker.Permissions.SetAsync(new UserPermission("alice", "/", ".*", ".*", ".*"));
        await _broker.Permissions.SetTopicAsync(new TopicPermission("alice", "/", "amq.topic", "a", "a"));
        await _broker.UserLimits.SetAsync("alice", FieldTable.Of(new FieldEntry("max-channels", FieldValue.From(1))));

        await _broker.Users.DeleteAsync("alice");
        await _broker.Users.PutAsync(alice);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(_broker.Permissions.Find("alice", "/"), Is.Null);
            Assert.That(_broker.Permissions.FindTopics("alice", "/"), Is.Empty);
            Assert.That(_broker.UserLimits.List(), Is.Empty);
        }
    }

    [Test]
    public async Task What_goes_with_a_user_hears_of_its_deletion_and_not_of_changes()
    {
        var alice = new User("alice", PasswordHash.Blank(), []);
        await _broker.Users.PutAsync(alice);
        var deletion = _broker.Users.DeletionOf("alice");
        await _broker.Users.PutAsync(alice with { Tags = ["management"] });
        var beforehand = deletion.IsCancellationRequested;

        await _broker.Users.DeleteAsync("alice");
        await _broker.Users.PutAsync(alice);

        Assert.That(
            (beforehand, deletion.IsCancellationRequested, _broker.Users.DeletionOf("alice").IsCancellationRequested, _broker.Users.DeletionOf("nobody").IsCancellationRequested),
            Is.EqualTo((false, true, false, true)));
    }
}
