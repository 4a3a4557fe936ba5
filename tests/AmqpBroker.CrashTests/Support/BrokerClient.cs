using AmqpBroker.TestKit.Processes;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace AmqpBroker.CrashTests.Support;

/// <summary>A connection of the official client with one channel, on which every publish waits for its confirm.</summary>
internal sealed class BrokerClient : IAsyncDisposable
{
    private static readonly CreateChannelOptions Confirming = new(
        publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true);

    private readonly IConnection _connection;

    private BrokerClient(IConnection connection, IChannel channel)
    {
        _connection = connection;
        Channel = channel;
    }

    public IChannel Channel { get; }

    public static async Task<BrokerClient> ConnectAsync(BrokerProcess broker, CancellationToken cancellationToken)
    {
        var factory = new ConnectionFactory
        {
            HostName = broker.Endpoint.Host,
            Port = broker.Port,
            UserName = broker.Endpoint.User,
            Password = broker.Endpoint.Password,
            AutomaticRecoveryEnabled = false,
            ContinuationTimeout = TimeSpan.FromMilliseconds(Deadline.Normal),
        };
        var connection = await factory.CreateConnectionAsync(cancellationToken);
        return new BrokerClient(connection, await connection.CreateChannelAsync(Confirming, cancellationToken));
    }

    public Task DeclareQueueAsync(string queue, CancellationToken cancellationToken, bool isDurable = true) =>
        Channel.QueueDeclareAsync(queue, isDurable, exclusive: false, autoDelete: false, cancellationToken: cancellationToken);

    /// <summary>Publishes persistent messages with these ids, one after the other; returns when all are confirmed.</summary>
    public async Task PublishAsync(
        string exchange, string routingKey, IEnumerable<string> ids, CancellationToken cancellationToken, bool isPersistent = true)
    {
        var body = new byte[100];
        foreach (var id in ids)
        {
            var properties = new BasicProperties { Persistent = isPersistent, MessageId = id };
            await Channel.BasicPublishAsync(exchange, routingKey, mandatory: true, properties, body, cancellationToken);
        }
    }

    public async Task<BasicGetResult> GetAsync(string queue, bool autoAck, CancellationToken cancellationToken) =>
        await Channel.BasicGetAsync(queue, autoAck, cancellationToken) ?? throw new InvalidOperationException($"{queue} is empty.");

    /// <summary>Takes all ids out of a queue, those of flagged messages with an asterisk.</summary>
    public async Task<List<string>> DrainAsync(string queue, CancellationToken cancellationToken)
    {
        var ids = new List<string>();
        while (await Channel.BasicGetAsync(queue, autoAck: true, cancellationToken) is { } got)
        {
            ids.Add(got.BasicProperties.MessageId + (got.Redelivered ? "*" : string.Empty));
        }

        return ids;
    }

    public Task<bool> HasQueueAsync(string queue, CancellationToken cancellationToken) =>
        ExistsAsync(channel => channel.QueueDeclarePassiveAsync(queue, cancellationToken), cancellationToken);

    public Task<bool> HasExchangeAsync(string exchange, CancellationToken cancellationToken) =>
        ExistsAsync(channel => channel.ExchangeDeclarePassiveAsync(exchange, cancellationToken), cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await Channel.DisposeAsync();
        await _connection.DisposeAsync();
    }

    private async Task<bool> ExistsAsync(Func<IChannel, Task> askPassively, CancellationToken cancellationToken)
    {
        await using var channel = await _connection.CreateChannelAsync(cancellationToken: cancellationToken);
        try
        {
            await askPassively(channel);
            return true;
        }
        catch (OperationInterruptedException refused) when (refused.ShutdownReason?.ReplyCode == 404)
        {
            return false;
        }
    }
}
