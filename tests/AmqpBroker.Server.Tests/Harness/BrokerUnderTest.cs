using AmqpBroker.Core;
using AmqpBroker.Core.Metadata;
using AmqpBroker.Core.Persistence;
using AmqpBroker.Server.Connections;
using AmqpBroker.Server.Hosting;
using AmqpBroker.TestKit;

namespace AmqpBroker.Server.Tests.Harness;

/// <summary>A broker without sockets, on a clock that stands still. When it goes, no error may have been logged.</summary>
internal sealed class BrokerUnderTest : IAsyncDisposable
{
    /// <summary>As a limit of unread octets: a client's flush ends when the server has handled what was sent.</summary>
    public const int InStep = 2;

    private const int UsualLimit = 1024 * 1024;

    private readonly ConnectionTicker _ticker;
    private readonly List<TestClient> _clients = [];

    public BrokerUnderTest(IMetadataStore? metadata = null)
    {
        Broker = new Broker(Clock, metadata);
        _ticker = new ConnectionTicker(Clock);
    }

    /// <summary>A broker that keeps messages. The store stays the test's.</summary>
    public BrokerUnderTest(BrokerStore store)
    {
        Broker = new Broker(Clock, store.Metadata, store, store.Journal, store.Pager, store.Alarms);
        _ticker = new ConnectionTicker(Clock);
    }

    /// <summary>RabbitMQ's limits, but for a smaller maximum of message sizes.</summary>
    public static ConnectionSettings UsualSettings { get; } = new()
    {
        FrameMax = 131_072,
        ChannelMax = 2047,
        Heartbeat = 60,
        HandshakeTimeout = TimeSpan.FromSeconds(10),
        ConsumerTimeout = TimeSpan.FromMinutes(30),
        MaxMessageSize = 16 * 1024 * 1024,
        ServerProperties = ServerProperties.Create(new AmqpOptions()),
    };

    public FakeTimeProvider Clock { get; } = new();

    public Broker Broker { get; }

    public CapturedLog Log { get; } = new();

    public ConnectionSettings Settings { get; init; } = UsualSettings;

    /// <summary>Connections being served.</summary>
    public int Connections => _ticker.Count;

    /// <summary>Connects a client that has sent nothing yet.</summary>
    public TestClient Connect(int unreadLimit = UsualLimit, int unsentLimit = UsualLimit)
    {
        var transport = new PipeTransport(unreadLimit, unsentLimit);
        var connection = new AmqpConnection(transport, Broker, Settings, Log);
        var client = new TestClient(transport, connection, Task.Run(() => ServeAsync(transport, connection)));
        _clients.Add(client);
        return client;
    }

    /// <summary>Connects a client and opens its connection and channel 1.</summary>
    public async Task<TestClient> OpenAsync(Login? login = null, int unreadLimit = UsualLimit, int unsentLimit = UsualLimit)
    {
        var client = Connect(unreadLimit, unsentLimit);
        await client.LogInAsync(login ?? new Login());
        await client.OpenChannelAsync(1);
        return client;
    }

    public void Advance(double seconds) => Clock.Advance(TimeSpan.FromSeconds(seconds));

    public async ValueTask DisposeAsync()
    {
        foreach (var client in _clients)
        {
            await client.DisposeAsync();
        }

        _ticker.Dispose();
        Assert.That(Log.Errors, Is.Empty);
    }

    private async Task ServeAsync(PipeTransport transport, AmqpConnection connection)
    {
        _ticker.Add(connection);
        try
        {
            await connection.RunAsync();
        }
        finally
        {
            _ticker.Remove(connection);
            await transport.CompleteAsync();
        }
    }
}
