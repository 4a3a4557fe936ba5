using AmqpBroker.TestKit;
using AmqpBroker.TestKit.Processes;
using NUnit.Framework;

namespace AmqpBroker.IntegrationTests;

/// <summary>The broker that most tests share: one process for the whole run, or the one that the environment names.</summary>
[SetUpFixture]
public sealed class SharedBroker
{
    private static readonly BrokerEndpoint? External = BrokerEndpoint.FromEnvironment();

    private static BrokerProcess? _process;

    /// <summary>Whether the suite runs against its own broker, and not against one that the environment names.</summary>
    public static bool IsOwn => External is null;

    public static BrokerEndpoint Endpoint =>
        External ?? _process?.Endpoint ?? throw new InvalidOperationException("The shared broker has not been started.");

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        if (IsOwn)
        {
            _process = await BrokerProcess.StartAsync(CancellationToken.None);
        }
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        if (_process is null)
        {
            return;
        }

        if (TestContext.CurrentContext.Result.FailCount > 0)
        {
            await TestContext.Progress.WriteLineAsync($"The shared broker wrote:\n{_process.Output}");
        }

        await _process.DisposeAsync();
    }
}
