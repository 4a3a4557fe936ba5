using System.Net;
using System.Net.Sockets;
using NUnit.Framework;

namespace AmqpBroker.Tests.Serving;

/// <summary>What an operator sees when the broker cannot start: a line for each mistake, and an exit code.</summary>
public sealed class StartErrorTests
{
    private TemporaryDirectory _directory = null!; // set before each test

    [SetUp]
    public void CreateDirectory() => _directory = new();

    [TearDown]
    public void DeleteDirectory() => _directory.Dispose();

    [Test]
    public async Task A_port_that_is_taken()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;

        var end = await RunAsync("--Amqp:Address=127.0.0.1", $"--Amqp:Port={port}");

        AssertFailed(end, $"amqpbroker: port {port} on 127.0.0.1 is already in use: ");
    }

    [Test]
    public async Task A_port_of_the_management_API_that_is_taken()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;

        var end = await RunAsync("--Amqp:Address=127.0.0.1", "--Amqp:Port=0", "--Logging:LogLevel:Default=None", $"--Management:Port={port}");

        AssertFailed(end, $"amqpbroker: port {port} on 127.0.0.1 is already in use: ");
    }

    [Test]
    public async Task Settings_that_are_wrong_each_with_its_line()
    {
        var end = await RunAsync("serve", "--Amqp:FrameMax=1", "--Amqp:Prot", "5673", "--Storage:Durability=maybe");

        AssertFailed(
            end,
            "amqpbroker: unknown setting Amqp:Prot; there is ",
            "amqpbroker: Storage:Durability is 'maybe', which is not one of fsync, os",
            "amqpbroker: Amqp:FrameMax is '1'; allowed: 4096 to 16777216 bytes");
    }

    [Test]
    public async Task A_file_that_is_not_JSON()
    {
        _directory.Write("appsettings.json", "port=5672");

        AssertFailed(await RunAsync(), "amqpbroker: appsettings.json is not valid JSON, line 1, column 1");
    }

    [Test]
    public async Task A_certificate_that_is_not_there()
        => AssertFailed(await RunAsync("--Amqp:Port=0", "--Amqp:TlsPort=0", "--Amqp:Certificate=/nowhere/broker.pem"),
            "amqpbroker: cannot read the certificate /nowhere/broker.pem: there is no such file");

    [Test]
    public async Task A_certificate_that_is_none()
    {
        var path = _directory.Write("broker.pem", "not a certificate");

        AssertFailed(await RunAsync("--Amqp:Port=0", "--Amqp:TlsPort=0", $"--Amqp:Certificate={path}"), $"amqpbroker: cannot read the certificate {path}: ");
    }

    [Test]
    public async Task A_data_directory_that_is_a_file()
    {
        var path = _directory.Write("data", "");

        AssertFailed(await RunAsync("--Amqp:Port=0"), $"amqpbroker: cannot write the data directory {path}: there is a file of this name; ");
    }

    [TestCase("--nonsense")]
    [TestCase("nonsense")]
    [TestCase("--Amqp:Port")]
    [TestCase("perf --producers many")]
    [TestCase("perf --producers 0 --consumers 0")]
    [TestCase("perf --Amqp:Port=1")]
    public async Task A_wrong_command_line_has_an_exit_code_of_its_own(string line)
    {
        var end = await RunAsync(line.Split(' '));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(end.ExitCode, Is.EqualTo(2));
            Assert.That(end.Output, Is.Empty);
            Assert.That(end.ErrorLines, Is.Not.Empty.And.All.StartsWith("amqpbroker: "));
        }
    }

    [Test]
    public async Task A_load_test_without_a_broker()
        => AssertFailed(await RunAsync("perf", "--uri=amqp://127.0.0.1:1/"),
            "amqpbroker: no broker answers on 127.0.0.1 port 1: start one, or name another with --uri");

    private async Task<ProcessEnd> RunAsync(params string[] arguments)
    {
        using var process = new BrokerProcess(_directory.Path, arguments);
        return await process.WaitAsync();
    }

    private static void AssertFailed(ProcessEnd end, params string[] lineStarts)
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(end.ExitCode, Is.EqualTo(1));
            Assert.That(end.Output, Is.Empty);
            Assert.That(end.ErrorLines, Has.Length.EqualTo(lineStarts.Length), end.Errors);
            foreach (var (line, start) in end.ErrorLines.Zip(lineStarts))
            {
                Assert.That(line, Does.StartWith(start));
            }
        }
    }
}
