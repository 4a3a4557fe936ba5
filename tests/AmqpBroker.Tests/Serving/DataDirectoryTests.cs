using NUnit.Framework;

namespace AmqpBroker.Tests.Serving;

/// <summary>What an operator sees when the broker cannot start on the data directory it is given: one line, and an exit code.</summary>
[Platform(Exclude = "Win", Reason = "signals")]
public sealed class DataDirectoryTests
{
    private TemporaryDirectory _directory = null!; // set before each test

    private string Data => Path.Combine(_directory.Path, "data");

    [SetUp]
    public void CreateDirectory() => _directory = new();

    [TearDown]
    public void DeleteDirectory() => _directory.Dispose();

    [Test]
    public async Task A_message_journal_of_a_newer_version()
    {
        await RunOnceAsync();
        FormatVersions.MakeLogNewer(Path.Combine(Data, "messages"));

        await AssertRefusedAsync(Path.Combine(Data, "messages", "0000000001.wal"));
    }

    [Test]
    public async Task A_metadata_journal_of_a_newer_version()
    {
        await RunOnceAsync();
        FormatVersions.MakeLogNewer(Path.Combine(Data, "metadata", "journal"));

        await AssertRefusedAsync(Path.Combine(Data, "metadata", "journal", "0000000001.wal"));
    }

    [Test]
    public async Task A_metadata_snapshot_of_a_newer_version()
    {
        await RunOnceAsync(declaresQueue: true);
        FormatVersions.MakeSnapshotNewer(Path.Combine(Data, "metadata", "snapshot"));

        await AssertRefusedAsync(Path.Combine(Data, "metadata", "snapshot"));
    }

    [Test]
    public async Task Delivered_marks_of_a_newer_version()
    {
        await RunOnceAsync();
        FormatVersions.MakeMarksNewer(Path.Combine(Data, "delivered.marks"));

        await AssertRefusedAsync(Path.Combine(Data, "delivered.marks"));
    }

    [Test]
    public async Task A_directory_that_another_process_holds()
    {
        using var holder = Start();
        await holder.ReadUntilAsync("Broker: Ready");

        using var second = Start();
        var end = await second.WaitAsync();

        AssertOneLine(end, $"amqpbroker: The data directory {Data} is in use by process {holder.Id}. Stop it, or choose another directory.");
    }

    [Test]
    public async Task Messages_without_any_metadata()
    {
        await RunOnceAsync(declaresQueue: true);
        Directory.Delete(Path.Combine(Data, "metadata"), recursive: true);

        using var process = Start();
        var end = await process.WaitAsync();

        AssertOneLine(
            end,
            $"amqpbroker: The data directory {Data} holds messages, and no metadata to tell their queues. "
            + "Restore it from a backup, or move it away to begin without queues and messages.");
    }

    private BrokerProcess Start() =>
        new(_directory.Path, "--Amqp:Port=0", "--Amqp:Address=127.0.0.1", $"--Storage:DataDirectory={Data}");

    private async Task RunOnceAsync(bool declaresQueue = false)
    {
        using var process = Start();
        var banner = await process.ReadUntilAsync("Broker: Ready");
        if (declaresQueue)
        {
            await LoadRun.PublishAsync(_directory.Path, BrokerProcess.PortOf(banner), messages: 10);
        }

        await process.SignalAsync("TERM");
        await process.WaitAsync();
    }

    private async Task AssertRefusedAsync(string path)
    {
        var before = Fingerprint();

        using var process = Start();
        var end = await process.WaitAsync();

        AssertOneLine(end, $"amqpbroker: {path} has format version 7, this broker reads up to 1. Start the newer broker that wrote it.");
        Assert.That(Fingerprint(), Is.EqualTo(before), "nothing may be changed");
    }

    private string[] Fingerprint() =>
    [
        .. new DirectoryInfo(Data).EnumerateFiles("*", SearchOption.AllDirectories)
            .Where(file => !file.Name.StartsWith("lock", StringComparison.Ordinal))
            .Select(file => $"{file.FullName} {file.Length} {file.LastWriteTimeUtc.Ticks}")
            .Order(StringComparer.Ordinal),
    ];

    private static void AssertOneLine(ProcessEnd end, string line)
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(end.ExitCode, Is.EqualTo(1));
            Assert.That(end.ErrorLines, Is.EqualTo(new[] { line }));
        }
    }
}
