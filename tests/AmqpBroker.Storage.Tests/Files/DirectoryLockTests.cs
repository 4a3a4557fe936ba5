using AmqpBroker.Storage.Files;
using AmqpBroker.TestKit;

namespace AmqpBroker.Storage.Tests.Files;

public sealed class DirectoryLockTests : IDisposable
{
    private readonly TempDirectory _directory = new();

    [Test]
    public void A_second_holder_is_refused_and_told_who_holds_the_directory()
    {
        using var held = DirectoryLock.Acquire(_directory.FullName);

        Assert.That(
            () => DirectoryLock.Acquire(_directory.FullName),
            Throws.InstanceOf<StorageLockedException>()
                .With.Message.Contains(_directory.FullName)
                .And.Property(nameof(StorageLockedException.ProcessId)).EqualTo(Environment.ProcessId));
    }

    [Test]
    public void A_released_directory_can_be_held_again()
    {
        DirectoryLock.Acquire(_directory.FullName).Dispose();

        Assert.That(() => DirectoryLock.Acquire(_directory.FullName).Dispose(), Throws.Nothing);
    }

    [Test]
    public void A_directory_that_is_missing_is_created()
    {
        var deep = Path.Combine(_directory.FullName, "a", "b");

        using var held = DirectoryLock.Acquire(deep);

        Assert.That(Directory.Exists(held.Directory));
    }

    public void Dispose() => _directory.Dispose();
}
