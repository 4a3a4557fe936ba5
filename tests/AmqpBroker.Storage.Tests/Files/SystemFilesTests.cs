using AmqpBroker.Storage.Files;
using AmqpBroker.TestKit;

namespace AmqpBroker.Storage.Tests.Files;

public sealed class SystemFilesTests : IDisposable
{
    private readonly TempDirectory _directory = new();

    private static SystemFiles Files => SystemFiles.Instance;

    [Test]
    public void What_is_written_is_read_and_reading_ends_with_the_file()
    {
        using var file = Files.Open(_directory.File("a"), StorageFileMode.CreateNew);
        var buffer = new byte[10];

        file.Write(0, "hello"u8);
        file.Write(5, [" "u8.ToArray(), "world"u8.ToArray()]);
        file.Sync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(file.Length, Is.EqualTo(11));
            Assert.That(file.Read(4, buffer), Is.EqualTo(7));
            Assert.That(buffer[..7], Is.EqualTo("o world"u8.ToArray()));
            Assert.That(file.Read(11, buffer), Is.Zero);
        }
    }

    [Test]
    public void Preallocated_bytes_are_zero_and_shrinking_takes_setting_the_length()
    {
        using var file = Files.Open(_directory.File("a"), StorageFileMode.CreateNew);
        file.Write(0, "abc"u8);
        var buffer = new byte[8192];

        file.Preallocate(8192);
        file.Preallocate(10);
        var length = file.Length;
        file.Read(0, buffer);
        file.SetLength(2);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(length, Is.EqualTo(8192));
            Assert.That(buffer.AsSpan(3).IndexOfAnyExcept((byte)0), Is.EqualTo(-1));
            Assert.That(file.Length, Is.EqualTo(2));
        }
    }

    [Test]
    public void Files_are_listed_renamed_and_deleted()
    {
        foreach (var name in new[] { "c", "a", "b" })
        {
            Files.Open(_directory.File(name), StorageFileMode.OpenOrCreate).Dispose();
        }

        Files.CreateDirectory(_directory.File("not a file"));
        Files.Rename(_directory.File("c"), _directory.File("a"));
        Files.Delete(_directory.File("b"));
        Files.Delete(_directory.File("never was"));
        Files.SyncDirectory(_directory.FullName);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Files.List(_directory.FullName), Is.EqualTo(new[] { "a" }));
            Assert.That(Files.List(_directory.File("nowhere")), Is.Empty);
            Assert.That(Files.FreeSpace(_directory.FullName), Is.Positive);
        }
    }

    [Test]
    public void Errors_name_the_path()
    {
        var missing = _directory.File("missing");
        var existing = _directory.File("existing");
        Files.Open(existing, StorageFileMode.CreateNew).Dispose();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(() => Files.Open(missing, StorageFileMode.Open), Throws.InstanceOf<FileNotFoundException>().With.Message.Contains(missing));
            Assert.That(() => Files.Open(existing, StorageFileMode.CreateNew), Throws.InstanceOf<IOException>().With.Message.Contains(existing));
            Assert.That(() => Files.Rename(missing, existing), Throws.InstanceOf<IOException>().With.Message.Contains(missing));
            Assert.That(() => Files.Open(_directory.FullName, StorageFileMode.Open), Throws.InstanceOf<IOException>().With.Message.Contains(_directory.FullName));
            Assert.That(() => Files.SyncDirectory(missing), OperatingSystem.IsLinux() ? Throws.InstanceOf<IOException>().With.Message.Contains(missing) : Throws.Nothing);
        }
    }

    [Test]
    [Platform("Linux")]
    public void A_full_disk_is_told_from_other_errors()
    {
        using var full = Files.Open("/dev/full", StorageFileMode.Open);

        Assert.That(() => full.Write(0, "x"u8), Throws.InstanceOf<StorageFullException>().With.Message.Contains("/dev/full"));
    }

    public void Dispose() => _directory.Dispose();
}
