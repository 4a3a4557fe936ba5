using System.Diagnostics;
using System.Net.Sockets;
using AmqpBroker.ConformanceTests.Target;
using AmqpBroker.ConformanceTests.Wire.Client;
using NUnit.Framework;

namespace AmqpBroker.ConformanceTests;

/// <summary>The broker under test: the one that AMQP_CONFORMANCE_URI names, else a process of this repository's own.</summary>
[SetUpFixture]
public sealed class Broker
{
    private static readonly TimeSpan StartDeadline = TimeSpan.FromSeconds(60);

    private static BrokerUri? _uri;
    private static OwnBroker? _own;

    public static BrokerUri Uri => _uri ?? throw new InvalidOperationException("The broker under test is not known yet.");

    /// <summary>Where its HTTP API is; null when the run does not say.</summary>
    public static Uri? Management =>
        Environment.GetEnvironmentVariable("AMQP_CONFORMANCE_MANAGEMENT") is { Length: > 0 } text ? new Uri(text) : _own?.Management;

    /// <summary>What connection.start said.</summary>
    public static FieldTable ServerProperties { get; private set; } = new();

    /// <summary>Whether it is the broker of this repository, to which <c>pending.txt</c> belongs.</summary>
    public static bool IsAmqpBroker => ServerProperties.Text("product") == "AmqpBroker";

    [OneTimeSetUp]
    public async Task FindAsync()
    {
        if (Environment.GetEnvironmentVariable("AMQP_CONFORMANCE_URI") is { Length: > 0 } text)
        {
            _uri = BrokerUri.Parse(text);
        }
        else
        {
            _own = OwnBroker.Start();
            _uri = _own.Uri;
        }

        ServerProperties = await GreetAsync();
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        if (_own is null)
        {
            return;
        }

        if (TestContext.CurrentContext.Result.FailCount > 0)
        {
            await TestContext.Progress.WriteLineAsync($"The broker wrote:\n{_own.Output}");
        }

        await _own.DisposeAsync();
    }

    private static async Task<FieldTable> GreetAsync()
    {
        var began = Stopwatch.GetTimestamp();
        while (true)
        {
            try
            {
                await using var client = await WireClient.ConnectAsync();
                await client.SendProtocolHeaderAsync();
                var start = await client.ExpectAsync("connection.start", channel: 0);
                return start.Table("server-properties");
            }
            catch (Exception notYet) when (notYet is SocketException or IOException or AssertionException)
            {
                if (_own is { HasExited: true } || Stopwatch.GetElapsedTime(began) > StartDeadline)
                {
                    throw new InvalidOperationException($"No broker greets at {_uri}. {_own?.Output}", notYet);
                }

                await Task.Delay(TimeSpan.FromMilliseconds(100));
            }
        }
    }
}
