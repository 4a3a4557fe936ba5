using System.Text;
using AmqpBroker.TestKit;
using RabbitMQ.Client;

namespace AmqpBroker.IntegrationTests.Support;

/// <summary>A connection of the official client with one channel, in the few words that tests use most.</summary>
/// <remarks>Queues it declares are exclusive, exchanges auto-delete: nothing is left behind when it is disposed.</remarks>
internal sealed class TestClient : IAsyncDisposable
{
    private static readonly CreateChannelOptions Confirming = new(
        publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true);

    private TestClient(IConnection connection, IChannel channel)
    {
        Connection = connection;
        Channel = channel;
    }

    public IConnection Connection { get; }

    /// <summary>A channel on which every publish waits for its confirm.</summary>
    public IChannel Channel { get; }

    public static Task<TestClient> ConnectAsync(CancellationToken cancellationToken) =>
        ConnectAsync(Factory(SharedBroker.Endpoint), cancellationToken);

    public static async Task<TestClient> ConnectAsync(ConnectionFactory factory, CancellationToken cancellationToken)
    {
        var connection = await factory.CreateConnectionAsync(cancellationToken);
        return new TestClient(connection, await connection.CreateChannelAsync(Confirming, cancellationToken));
    }

    /// <summary>Without automatic recovery, so that a test sees a closed connection as closed.</summary>
    public static ConnectionFactory Factory(BrokerEndpoint broker) => new()
    {
        HostName = broker.Host,
        Port = broker.Port,
        UserName = broker.User,
        Password = broker.Password,
        AutomaticRecoveryEnabled = false,
        ContinuationTimeout = TimeSpan.FromMilliseconds(Deadline.Normal),
    };

    /// <summary>Another channel, without confirms.</summary>
    public Task<IChannel> OpenChannelAsync(CancellationToken cancellationToken) =>
        Connection.CreateChannelAsync(cancellationToken: cancellationToken);

    /// <summary>Another channel, on which every publish waits for its confirm.</summary>
    public Task<IChannel> OpenConfirmingChannelAsync(CancellationToken cancellationToken) =>
        Connection.CreateChannelAsync(Confirming, cancellationToken);

    /// <summary>Declares an exclusive queue and returns the name that the broker gave it.</summary>
    public async Task<string> DeclareQueueAsync(CancellationToken cancellationToken) =>
        (await Channel.QueueDeclareAsync(autoDelete: false, cancellationToken: cancellationToken)).QueueName;

    /// <summary>Declares an exclusive queue and binds it.</summary>
    public async Task<string> DeclareBoundQueueAsync(
        string exchange, string bindingKey, CancellationToken cancellationToken)
    {
        var queue = await DeclareQueueAsync(cancellationToken);
        await Channel.QueueBindAsync(queue, exchange, bindingKey, cancellationToken: cancellationToken);
        return queue;
    }

    /// <summary>Declares a shared queue that goes with its last consumer; for tests with more than one connection.</summary>
    public async Task<string> DeclareSharedQueueAsync(CancellationToken cancellationToken)
    {
        var queue = Unique.Name("queue");
        await Channel.QueueDeclareAsync(
            queue, durable: false, exclusive: false, autoDelete: true, cancellationToken: cancellationToken);
        return queue;
    }

    public async Task<string> DeclareExchangeAsync(string type, CancellationToken cancellationToken)
    {
        var exchange = Unique.Name(type);
        await Channel.ExchangeDeclareAsync(exchange, type, autoDelete: true, cancellationToken: cancellationToken);
        return exchange;
    }

    public ValueTask PublishAsync(string exchange, string routingKey, string text, CancellationToken cancellationToken) =>
        Channel.BasicPublishAsync(exchange, routingKey, Encoding.UTF8.GetBytes(text), cancellationToken);

    /// <summary>Publishes to a queue through the default exchange; returns when all are confirmed.</summary>
    public async Task PublishToQueueAsync(
        string queue, IEnumerable<string> texts, CancellationToken cancellationToken)
    {
        var confirms = new List<Task>();
        foreach (var text in texts)
        {
            confirms.Add(PublishAsync(string.Empty, queue, text, cancellationToken).AsTask());
        }

        await Task.WhenAll(confirms);
    }

    /// <summary>Consumes without acknowledgements, on the main channel.</summary>
    public async Task<Inbox> ConsumeAsync(string queue, CancellationToken cancellationToken)
    {
        var inbox = new Inbox(Channel);
        await Channel.BasicConsumeAsync(queue, autoAck: true, inbox, cancellationToken);
        return inbox;
    }

    /// <summary>Gets one message without acknowledgement; null when the queue is empty.</summary>
    public async Task<string?> GetTextAsync(string queue, CancellationToken cancellationToken)
    {
        var got = await Channel.BasicGetAsync(queue, autoAck: true, cancellationToken);
        return got is null ? null : Encoding.UTF8.GetString(got.Body.Span);
    }

    /// <summary>Gets messages without acknowledgement until the queue is empty.</summary>
    public async Task<List<string>> DrainAsync(string queue, CancellationToken cancellationToken)
    {
        var texts = new List<string>();
        while (await GetTextAsync(queue, cancellationToken) is { } text)
        {
            texts.Add(text);
        }

        return texts;
    }

    /// <summary>Waits until the queue has that many messages ready: the others are with consumers, or gone.</summary>
    public Task WaitForReadyAsync(string queue, uint count, CancellationToken cancellationToken) =>
        Eventually.EqualAsync(
            count, () => Channel.MessageCountAsync(queue, cancellationToken), $"ready messages in {queue}", cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await Channel.DisposeAsync();
        await Connection.DisposeAsync();
    }
}
