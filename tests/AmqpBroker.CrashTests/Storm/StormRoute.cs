using RabbitMQ.Client;

namespace AmqpBroker.CrashTests.Storm;

/// <summary>Where a message is published, and the queues it has to reach.</summary>
internal sealed record StormRoute(string Exchange, string RoutingKey, params string[] Queues)
{
    public const string Direct = "storm.direct";
    public const string First = "storm.first";
    public const string Second = "storm.second";
    public const string Backlog = "storm.backlog";

    private const string Fanout = "storm.fanout";
    private const string Topic = "storm.topic";

    public static readonly IReadOnlyList<string> AllQueues = [Direct, First, Second, Backlog];

    public static readonly IReadOnlyList<StormRoute> All =
    [
        new(string.Empty, Direct, Direct),
        new(Fanout, string.Empty, First, Second),
        new(Topic, "news.both", Second, Backlog),
        new(Topic, "weather", Backlog),
    ];

    public static async Task DeclareAllAsync(IChannel channel, CancellationToken cancellationToken)
    {
        await channel.ExchangeDeclareAsync(Fanout, ExchangeType.Fanout, durable: true, cancellationToken: cancellationToken);
        await channel.ExchangeDeclareAsync(Topic, ExchangeType.Topic, durable: true, cancellationToken: cancellationToken);
        foreach (var queue in AllQueues)
        {
            await channel.QueueDeclareAsync(
                queue, durable: true, exclusive: false, autoDelete: false, cancellationToken: cancellationToken);
        }

        await channel.QueueBindAsync(First, Fanout, string.Empty, cancellationToken: cancellationToken);
        await channel.QueueBindAsync(Second, Fanout, string.Empty, cancellationToken: cancellationToken);
        await channel.QueueBindAsync(Second, Topic, "news.*", cancellationToken: cancellationToken);
        await channel.QueueBindAsync(Backlog, Topic, "#", cancellationToken: cancellationToken);
    }
}
