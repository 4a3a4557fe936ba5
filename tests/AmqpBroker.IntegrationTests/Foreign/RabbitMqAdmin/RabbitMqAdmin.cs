using AmqpBroker.TestKit;
using AmqpBroker.TestKit.Processes;
using NUnit.Framework;

namespace AmqpBroker.IntegrationTests.Foreign.RabbitMqAdmin;

/// <summary>
/// RabbitMQ's own tool for its management API, from Debian's package rabbitmq-server, against a broker of its own. The environment may name another:
/// <c>AMQPBROKER_TEST_API=http://127.0.0.1:15672</c> beside <c>AMQPBROKER_TEST_URI</c>, to see that RabbitMQ passes, too.
/// </summary>
[SetUpFixture]
public sealed class RabbitMqAdmin
{
    private const string Python = "/usr/bin/python3";

    private static readonly Uri? External = Environment.GetEnvironmentVariable("AMQPBROKER_TEST_API") is { } api ? new(api) : null;

    private static BrokerProcess? _process;
    private static Uri? _api;

    /// <summary>The broker that the tool talks to.</summary>
    public static BrokerEndpoint Endpoint => _process?.Endpoint ?? SharedBroker.Endpoint;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        if (External is not null)
        {
            _api = External;
            return;
        }

        var port = FreePort.Next();
        _api = new($"http://127.0.0.1:{port}");
        _process = await BrokerProcess.StartAsync(CancellationToken.None, $"--Management:Port={port}");
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        if (_process is not null)
        {
            await _process.DisposeAsync();
        }
    }

    /// <summary>Runs the tool as guest.</summary>
    /// <returns>Its exit code, and what it wrote.</returns>
    public static Task<(int ExitCode, string Output)> RunAsync(CancellationToken cancellationToken, params IEnumerable<string> arguments)
        => RunAsync(string.Empty, cancellationToken, arguments);

    /// <param name="input">Given to it on its standard input.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <param name="arguments">Its arguments.</param>
    public static Task<(int ExitCode, string Output)> RunAsync(string input, CancellationToken cancellationToken, params IEnumerable<string> arguments)
    {
        var api = _api ?? throw new InvalidOperationException("there is no broker yet");
        return ForeignClient.RunAsync(
            Python,
            [FindTool(), "-H", api.Host, "-P", $"{api.Port}", "-u", "guest", "-p", "guest", .. arguments],
            cancellationToken,
            input);
    }

    /// <summary>Runs the tool, which is to succeed.</summary>
    /// <returns>What it wrote.</returns>
    public static async Task<string> SucceedAsync(CancellationToken cancellationToken, params IEnumerable<string> arguments)
    {
        var (exitCode, output) = await RunAsync(cancellationToken, arguments);
        Assert.That(exitCode, Is.Zero, output);
        return output;
    }

    private static string FindTool()
    {
        var found = Directory.Exists("/usr/lib/rabbitmq/lib")
            ? Directory.GetFiles("/usr/lib/rabbitmq/lib", "rabbitmqadmin", SearchOption.AllDirectories)
            : [];
        if (found.Length == 0)
        {
            Assert.Fail("rabbitmqadmin is not there: install Debian's package rabbitmq-server, as ./test.sh does");
        }

        return found[0];
    }
}
