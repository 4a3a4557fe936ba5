using System.Globalization;
using System.Text.Json;
using AmqpBroker.Tests.Serving;
using NUnit.Framework;

namespace AmqpBroker.Tests.Commands;

/// <summary>What an operator is told of a data directory, whatever state it is in.</summary>
[Platform(Exclude = "Win", Reason = "signals")]
public sealed class StorageInspectTests
{
    private const int Messages = 50;

    private TemporaryDirectory _directory = null!; // set before each test

    private string Data => Path.Combine(_directory.Path, "data");

    [SetUp]
    public void CreateDirectory() => _directory = new();

    [TearDown]
    public void DeleteDirectory() => _directory.Dispose();

    [Test]
    public async Task A_killed_brokers_directory_is_shown_and_not_touched()
    {
        await KillABrokerAsync();
        var before = Fingerprint();

        var end = await InspectAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(end.ExitCode, Is.Zero, end.Output + end.Errors);
            Assert.That(end.Output, Does.Contain("not in use"));
            Assert.That(end.Output, Does.Match(@"\n  0000000001\.wal +log +64\.0 MiB +[\d.]+ KiB +50\n"));
            Assert.That(end.Output, Does.Match(@"\n  delivered\.marks +delivered marks ").And.Match(@"\n  positions\.bound +bound of positions +24 B "));
            Assert.That(end.Output, Does.Match(@"\n  / +perf\.0 +50 +[\d.]+ KiB +0\n"));
            Assert.That(end.Output, Does.Contain("Whole"));
            Assert.That(end.Errors, Is.Empty);
            Assert.That(Fingerprint(), Is.EqualTo(before));
        }
    }

    [Test]
    public async Task A_running_broker_is_named_and_goes_on()
    {
        using var broker = Start();
        var banner = await broker.ReadUntilAsync("Broker: Ready");
        await LoadRun.PublishAsync(_directory.Path, BrokerProcess.PortOf(banner), Messages);

        var end = await InspectAsync();
        await LoadRun.PublishAsync(_directory.Path, BrokerProcess.PortOf(banner), Messages);
        var later = await InspectAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(end.ExitCode, Is.Zero, end.Output + end.Errors);
            Assert.That(end.Output, Does.Contain(string.Create(CultureInfo.InvariantCulture, $"in use by process {broker.Id};")));
            Assert.That(end.Output, Does.Match(@"\n  / +perf\.0 +50 "));
            Assert.That(later.Output, Does.Match(@"\n  / +perf\.0 +100 "));
        }
    }

    [Test]
    public async Task A_directory_that_was_looked_at_can_be_started_on()
    {
        await KillABrokerAsync();
        await InspectAsync();

        using var again = Start();

        // It serves before everything is back.
        Assert.That(await again.ReadUntilAsync("Recovered "), Does.Contain("Recovered 50 messages"));
    }

    [Test]
    public async Task Damage_is_named_and_makes_the_exit_code_1()
    {
        await KillABrokerAsync();
        Overwrite(Path.Combine(Data, "messages", "0000000001.wal"), offset: 1000);
        Overwrite(Path.Combine(Data, "metadata", "journal", "0000000001.wal"), offset: 8);

        var end = await InspectAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(end.ExitCode, Is.EqualTo(1));
            Assert.That(end.Output, Does.Match(@"\n  Of the messages, \d+ bytes at \d+ of 0000000001\.wal hold no valid record\.\n"));
            Assert.That(end.Output, Does.Match(@"\n  The metadata journal in .*/metadata is damaged: 64 bytes at 0 of file 1\.\n"));
            Assert.That(end.Output, Does.Contain("Damaged: 2 findings."));
        }
    }

    [Test]
    public async Task For_a_script_it_is_one_object()
    {
        await KillABrokerAsync();

        var end = await InspectAsync("--json");

        using var json = JsonDocument.Parse(end.Output);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(end.ExitCode, Is.Zero);
            Assert.That(json.RootElement.GetProperty("queues")[0].GetProperty("messages").GetInt64(), Is.EqualTo(Messages));
            Assert.That(json.RootElement.GetProperty("queues")[0].GetProperty("virtual_host").GetString(), Is.EqualTo("/"));
            Assert.That(json.RootElement.GetProperty("damage").GetArrayLength(), Is.Zero);
        }
    }

    [Test]
    public async Task A_directory_that_is_not_there_is_refused_in_one_line()
        => AssertRefused(await InspectAsync(), 2, $"amqpbroker: there is no directory {Data}");

    [Test]
    public async Task A_directory_of_something_else_is_refused_in_one_line()
    {
        Directory.CreateDirectory(Data);

        AssertRefused(await InspectAsync(), 2, $"amqpbroker: {Data} is no data directory of a broker: it has neither metadata nor messages");
    }

    [Test]
    public async Task A_newer_version_is_refused_in_one_line()
    {
        await KillABrokerAsync();
        FormatVersions.MakeLogNewer(Path.Combine(Data, "messages"));

        AssertRefused(
            await InspectAsync(),
            1,
            $"amqpbroker: {Data}/messages/0000000001.wal has format version 7, this broker reads up to 1. Start the newer broker that wrote it.");
    }

    private static void AssertRefused(ProcessEnd end, int exitCode, string line)
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(end.ExitCode, Is.EqualTo(exitCode));
            Assert.That(end.Output, Is.Empty);
            Assert.That(end.ErrorLines, Is.EqualTo(new[] { line }));
        }
    }

    private static void Overwrite(string path, long offset)
    {
        using var file = File.Open(path, FileMode.Open);
        file.Position = offset;
        file.Write("damage"u8);
    }

    private BrokerProcess Start() => new(_directory.Path, "--Amqp:Port=0", "--Amqp:Address=127.0.0.1");

    private async Task KillABrokerAsync()
    {
        using var broker = Start();
        var banner = await broker.ReadUntilAsync("Broker: Ready");
        await LoadRun.PublishAsync(_directory.Path, BrokerProcess.PortOf(banner), Messages);
        await broker.SignalAsync("KILL");
        await broker.WaitAsync();
    }

    private async Task<ProcessEnd> InspectAsync(params string[] options)
    {
        using var process = new BrokerProcess(_directory.Path, ["storage", "inspect", Data, .. options]);
        return await process.WaitAsync();
    }

    private string[] Fingerprint() =>
    [
        .. new DirectoryInfo(Data).EnumerateFiles("*", SearchOption.AllDirectories)
            .Select(file => $"{file.FullName} {file.Length} {file.LastWriteTimeUtc.Ticks}")
            .Order(StringComparer.Ordinal),
    ];
}
