using System.Globalization;
using System.Text.Json;
using AmqpBroker.Tests.Serving;
using NUnit.Framework;

namespace AmqpBroker.Tests.Control;

/// <summary>The tool against the broker itself.</summary>
public sealed class CtlBrokerTests
{
    private TemporaryDirectory _directory = null!; // set before each test
    private BrokerProcess _broker = null!; // set before each test
    private int _amqpPort;
    private int _httpPort;

    [SetUp]
    public async Task StartAsync()
    {
        _directory = new();
        _broker = new(_directory.Path, "--Amqp:Address=127.0.0.1", "--Amqp:Port=0");
        var banner = await _broker.ReadUntilAsync("Ready");
        _amqpPort = BrokerProcess.PortOf(banner);
        _httpPort = BrokerProcess.HttpPortOf(banner);
    }

    [TearDown]
    public void Stop()
    {
        _broker.Dispose();
        _directory.Dispose();
    }

    [Test]
    public async Task Queues_are_listed_purged_and_deleted()
    {
        await LoadRun.PublishAsync(_directory.Path, _amqpPort, messages: 20);

        var listed = await SucceedAsync("list_queues", "name", "messages", "durable", "arguments");
        await SucceedAsync("purge_queue", "perf.0");
        var purged = await SucceedAsync("-s", "list_queues");
        await SucceedAsync("delete_queue", "perf.0");
        var deleted = await SucceedAsync("-s", "list_queues");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(listed, Is.EqualTo("Listing queues for vhost / ...\nname\tmessages\tdurable\targuments\nperf.0\t20\ttrue\t[]\n"));
            Assert.That(purged, Is.EqualTo("perf.0\t0\n"));
            Assert.That(deleted, Is.Empty);
        }
    }

    [Test]
    public async Task Policies_are_set_listed_and_cleared()
    {
        await SucceedAsync("set_policy", "p", "^x", """{"max-length":1}""", "--priority", "2", "--apply-to", "queues");
        var listed = await SucceedAsync("-q", "list_policies");
        await SucceedAsync("clear_policy", "p");
        var cleared = await SucceedAsync("-s", "list_policies");
        var refused = await RunAsync("set_policy", "p", "^x", """{"nope":1}""");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(listed, Is.EqualTo("vhost\tname\tpattern\tapply-to\tdefinition\tpriority\n/\tp\t^x\tqueues\t{\"max-length\":1}\t2\n"));
            Assert.That(cleared, Is.Empty);
            Assert.That((refused.ExitCode, refused.ErrorLines.Length), Is.EqualTo((69, 1)));
        }
    }

    [TestCase("ping")]
    [TestCase("check_ready")]
    [TestCase("check_running")]
    [TestCase("check_alarms")]
    [TestCase("check_local_alarms")]
    [TestCase("check_virtual_hosts")]
    [TestCase("check_port_connectivity")]
    [TestCase("check_protocol_listener amqp")]
    [TestCase("check_certificate_expiration")]
    [TestCase("check_if_node_is_quorum_critical")]
    [TestCase("await_startup")]
    public async Task A_healthy_broker_passes_every_check(string line) => await SucceedAsync(line.Split(' '));

    [TestCase("list_exchanges name type durable auto_delete internal arguments policy")]
    [TestCase("list_bindings")]
    [TestCase("list_consumers")]
    [TestCase("list_connections name user state client_properties")]
    [TestCase("list_channels")]
    [TestCase("list_policies")]
    [TestCase("list_operator_policies")]
    [TestCase("list_parameters")]
    [TestCase("list_global_parameters")]
    [TestCase("list_feature_flags")]
    [TestCase("listeners")]
    [TestCase("alarms")]
    public async Task Every_list_is_JSON_when_asked_for_it(string line)
    {
        using var list = JsonDocument.Parse(await SucceedAsync([.. line.Split(' '), "--format", "json"]));

        Assert.That(list.RootElement.ValueKind, Is.EqualTo(JsonValueKind.Array));
    }

    [Test]
    public async Task The_status_knows_the_process()
    {
        using var status = JsonDocument.Parse(await SucceedAsync("status", "--format", "json"));
        using var cluster = JsonDocument.Parse(await SucceedAsync("cluster_status", "--format", "json"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(status.RootElement.GetProperty("os_pid").GetString(), Is.EqualTo(_broker.Id.ToString(CultureInfo.InvariantCulture)));
            Assert.That(status.RootElement.GetProperty("product_name").GetString(), Is.EqualTo("AmqpBroker"));
            Assert.That(status.RootElement.GetProperty("mem_used").GetInt64(), Is.GreaterThan(1_000_000));
            Assert.That(status.RootElement.GetProperty("listeners").EnumerateArray().Select(listener => listener.GetProperty("port").GetInt32()), Is.SupersetOf(new[] { _amqpPort, _httpPort }));
            Assert.That(cluster.RootElement.GetProperty("running_nodes").GetArrayLength(), Is.EqualTo(1));
        }
    }

    private async Task<string> SucceedAsync(params string[] arguments)
    {
        var end = await RunAsync(arguments);
        Assert.That(end.ExitCode, Is.Zero, end.Errors);
        return end.Output;
    }

    private async Task<ProcessEnd> RunAsync(params string[] arguments)
    {
        using var process = new BrokerProcess(_directory.Path, ["ctl", .. arguments, "--url", string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{_httpPort}")]);
        return await process.WaitAsync();
    }
}
