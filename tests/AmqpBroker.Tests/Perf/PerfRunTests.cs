using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using System.Text.RegularExpressions;
using AmqpBroker.Tests.Serving;
using NUnit.Framework;

namespace AmqpBroker.Tests.Perf;

/// <summary>The load tool as a process, against a broker that is one too.</summary>
public sealed partial class PerfRunTests
{
    private TemporaryDirectory _directory = null!; // set before each test

    [SetUp]
    public void CreateDirectory() => _directory = new();

    [TearDown]
    public void DeleteDirectory() => _directory.Dispose();

    [TestCase("--count 1000", 1000)]
    [TestCase("--count 1000 --confirm 100 --ack 10 --prefetch 50 --durable --persistent --size 300000 --batch 2", 1000)]
    [TestCase("--count 999 --producers 2 --consumers 3 --queues 2 --size 0", 999)]
    [TestCase("--count 100 --queues 2 --consumers 2 --exchange amq.topic --routing-key a.b", 200)]
    public async Task Every_message_published_is_delivered(string options, int expected)
    {
        using var broker = new BrokerProcess(_directory.Path, "--Amqp:Port=0", "--Amqp:Address=127.0.0.1");

        var end = await RunAsync(await UriOfAsync(broker), options + " --format json");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(end.ExitCode, Is.Zero, end.Errors);
            Assert.That(end.Errors, Is.Empty);
            Assert.That(Summary(end).GetProperty("delivered").GetInt32(), Is.EqualTo(expected));
        }
    }

    [TestCase("--count 10")]
    [TestCase("--count 10 --consumers 0 --confirm 1")]
    public async Task The_broker_has_no_lost_connection_to_report(string options)
    {
        using var broker = new BrokerProcess(_directory.Path, "--Amqp:Port=0", "--Amqp:Address=127.0.0.1");
        await RunAsync(await UriOfAsync(broker), options);

        await broker.SignalAsync("TERM");
        var end = await broker.WaitAsync();

        Assert.That(end.Output, Does.Contain("closed by the client").And.Not.Contain(" lost: "));
    }

    [Test]
    public async Task An_interrupt_ends_a_run_with_its_summary()
    {
        using var broker = new BrokerProcess(_directory.Path, "--Amqp:Port=0", "--Amqp:Address=127.0.0.1");
        using var perf = new BrokerProcess(_directory.Path, "perf", "--uri", await UriOfAsync(broker), "--seconds", "0", "--format", "json");
        await perf.ReadUntilAsync("interval");

        await perf.SignalAsync("INT");
        var end = await perf.WaitAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(end.ExitCode, Is.Zero, end.Errors);
            Assert.That(Summary(end).GetProperty("type").GetString(), Is.EqualTo("summary"));
        }
    }

    [Test]
    public async Task A_refusal_of_the_broker_is_one_line()
    {
        using var broker = new BrokerProcess(_directory.Path, "--Amqp:Port=0", "--Amqp:Address=127.0.0.1");

        var end = await RunAsync(await UriOfAsync(broker), "--exchange nowhere");

        AssertFailed(end, "amqpbroker: the broker closed the channel: 404 NOT_FOUND - no exchange 'nowhere' in vhost '/'");
    }

    [Test]
    public async Task Something_other_than_a_broker_is_one_line()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;

        var running = RunAsync($"amqp://127.0.0.1:{port}/", "--count 1");
        using var client = await listener.AcceptTcpClientAsync();
        await client.GetStream().WriteAsync("HTTP/1.1 400 Bad Request\r\n\r\n"u8.ToArray());

        AssertFailed(await running, $"amqpbroker: what listens on 127.0.0.1 port {port} does not open an AMQP connection (what came is not AMQP 0-9-1: ");
    }

    private async Task<ProcessEnd> RunAsync(string uri, string options)
    {
        using var perf = new BrokerProcess(_directory.Path, ["perf", "--uri", uri, .. options.Split(' ')]);
        return await perf.WaitAsync();
    }

    private static async Task<string> UriOfAsync(BrokerProcess broker)
    {
        var banner = await broker.ReadUntilAsync("Broker: Ready");
        return $"amqp://guest:guest@{AmqpEndpoint.Match(banner).Groups["endpoint"].Value}/";
    }

    private static JsonElement Summary(ProcessEnd end)
        => JsonDocument.Parse(end.Output.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries)[^1]).RootElement;

    private static void AssertFailed(ProcessEnd end, string lineStart)
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(end.ExitCode, Is.EqualTo(1));
            Assert.That(end.ErrorLines, Has.Length.EqualTo(1));
            Assert.That(end.Errors, Does.StartWith(lineStart));
        }
    }

    [GeneratedRegex(@"amqp\s+(?<endpoint>127\.0\.0\.1:\d+)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex AmqpEndpoint { get; }
}
