using System.Diagnostics;
using System.Text;
using AmqpBroker.ConformanceTests.Features.Client;
using NUnit.Framework;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace AmqpBroker.ConformanceTests.Features;

/// <summary>For rules that are tried through the official client: a connection with one channel, in few words.</summary>
public abstract class FeatureRules
{
    /// <summary>How long to wait for what should happen.</summary>
    internal static readonly TimeSpan Patience = TimeSpan.FromSeconds(6);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    private static readonly CreateChannelOptions Confirming = new(
        publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true);

    private readonly List<string> _queues = [];
    private readonly List<string> _exchanges = [];
    private IConnection? _connection;
    private IChannel? _channel;

    /// <summary>A name that nothing else in the broker has.</summary>
    protected string Name { get; } = $"conformance.{Guid.NewGuid():N}";

    /// <summary>A channel on which every publish waits for its confirm.</summary>
    protected IChannel Channel => _channel!;

    protected IConnection Connection => _connection!;

    [SetUp]
    public async Task OpenAsync()
    {
        _connection = await ConnectAsync();
        _channel = await _connection.CreateChannelAsync(Confirming);
    }

    [TearDown]
    public async Task CloseAsync()
    {
        if (_connection is null)
        {
            return;
        }

        if (_queues.Count + _exchanges.Count > 0)
        {
            await DeleteWhatIsLeftAsync(_connection.IsOpen ? _connection : await ConnectAsync());
        }

        await _connection.DisposeAsync();
    }

    protected static Dictionary<string, object?> Arguments(params (string Name, object? Value)[] arguments) =>
        arguments.ToDictionary(argument => argument.Name, argument => argument.Value);

    /// <summary>Another connection to the same broker; the test disposes it.</summary>
    protected static Task<IConnection> ConnectAsync() => ConnectAsync(Broker.Uri.User, Broker.Uri.Password);

    /// <summary>A connection of another user, or with a name that management shows.</summary>
    protected static Task<IConnection> ConnectAsync(string user, string password, string? name = null)
    {
        var factory = new ConnectionFactory
        {
            HostName = Broker.Uri.Host,
            Port = Broker.Uri.Port,
            UserName = user,
            Password = password,
            VirtualHost = Broker.Uri.VirtualHost,
            AutomaticRecoveryEnabled = false,
            ClientProvidedName = name,
        };
        return factory.CreateConnectionAsync();
    }

    /// <summary>Another channel of the connection, without confirms.</summary>
    protected Task<IChannel> OpenChannelAsync() => Connection.CreateChannelAsync();

    /// <summary>Another channel on which every publish waits for its confirm.</summary>
    protected Task<IChannel> OpenConfirmingChannelAsync() => OpenConfirmingChannelAsync(Connection);

    protected static Task<IChannel> OpenConfirmingChannelAsync(IConnection connection)
    {
        ArgumentNullException.ThrowIfNull(connection);
        return connection.CreateChannelAsync(Confirming);
    }

    /// <summary>Declares an exclusive queue with these arguments, named after the test and the suffix.</summary>
    protected async Task<string> QueueAsync(string suffix = "q", params (string Name, object? Value)[] arguments)
    {
        var declared = await Channel.QueueDeclareAsync($"{Name}.{suffix}", durable: false, exclusive: true, autoDelete: false, Arguments(arguments));
        return declared.QueueName;
    }

    /// <summary>Declares a durable queue that other connections can use too; it is deleted after the test.</summary>
    protected async Task<string> DurableQueueAsync(string suffix = "q", params (string Name, object? Value)[] arguments)
    {
        var queue = $"{Name}.{suffix}";
        _queues.Add(queue);
        await Channel.QueueDeclareAsync(queue, durable: true, exclusive: false, autoDelete: false, Arguments(arguments));
        return queue;
    }

    /// <summary>Declares an exchange that is deleted after the test.</summary>
    protected async Task<string> ExchangeAsync(string type, string suffix = "x", params (string Name, object? Value)[] arguments)
    {
        var exchange = $"{Name}.{suffix}";
        _exchanges.Add(exchange);
        await Channel.ExchangeDeclareAsync(exchange, type, durable: false, autoDelete: false, Arguments(arguments));
        return exchange;
    }

    /// <summary>Declares an exclusive queue and binds it.</summary>
    protected async Task<string> BoundQueueAsync(string suffix, string exchange, string key)
    {
        var queue = await QueueAsync(suffix);
        await Channel.QueueBindAsync(queue, exchange, key);
        return queue;
    }

    /// <summary>Publishes messages to a queue through the default exchange, one after the other.</summary>
    protected async Task FillAsync(string queue, params string[] texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        foreach (var text in texts)
        {
            await PublishAsync(string.Empty, queue, text);
        }
    }

    protected Task PublishAsync(string exchange, string key, string text, BasicProperties? properties = null, bool mandatory = false) =>
        Channel.BasicPublishAsync(exchange, key, mandatory, properties ?? new BasicProperties(), Encoding.UTF8.GetBytes(text)).AsTask();

    /// <summary>The message at the head of a queue, now; null when it is empty.</summary>
    internal async Task<Message?> TryGetAsync(string queue, bool autoAck = true) =>
        await Channel.BasicGetAsync(queue, autoAck) is { } got ? Message.Of(got) : null;

    /// <summary>The next message of a queue, as soon as it has one.</summary>
    internal async Task<Message> GetAsync(string queue, bool autoAck = true)
    {
        var began = Stopwatch.GetTimestamp();
        while (true)
        {
            if (await TryGetAsync(queue, autoAck) is { } message)
            {
                return message;
            }

            Assert.That(Stopwatch.GetElapsedTime(began), Is.LessThan(Patience), $"no message came to {queue}");
            await Task.Delay(Pause);
        }
    }

    /// <summary>The queue has exactly these messages now, in this order; they are taken. A star marks redelivered ones.</summary>
    protected async Task ExpectAsync(string queue, params string[] texts)
    {
        var found = new List<string>();
        while (await TryGetAsync(queue) is { } message)
        {
            found.Add(message.Marked);
        }

        Assert.That(found, Is.EqualTo(texts), $"in {queue}");
    }

    /// <summary>These messages come to the queue, in this order, and no more; they are taken.</summary>
    protected async Task ExpectEventuallyAsync(string queue, params string[] texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        var found = new List<string>();
        foreach (var _ in texts)
        {
            found.Add((await GetAsync(queue)).Marked);
        }

        Assert.That(found, Is.EqualTo(texts), $"in {queue}");
        await ExpectAsync(queue);
    }

    /// <summary>The queue comes to have that many ready messages.</summary>
    protected Task ExpectCountAsync(string queue, uint count) => EventuallyAsync(
        async () => await Channel.MessageCountAsync(queue) == count, $"{count} ready messages in {queue}");

    /// <summary>Waits for a condition that nobody tells of.</summary>
    protected static async Task EventuallyAsync(Func<Task<bool>> condition, string what)
    {
        ArgumentNullException.ThrowIfNull(condition);
        var began = Stopwatch.GetTimestamp();
        while (!await condition())
        {
            Assert.That(Stopwatch.GetElapsedTime(began), Is.LessThan(Patience), what);
            await Task.Delay(Pause);
        }
    }

    /// <summary>Whether a queue exists; asked on a channel of its own.</summary>
    protected async Task<bool> QueueExistsAsync(string queue)
    {
        try
        {
            await using var channel = await OpenChannelAsync();
            await channel.QueueDeclarePassiveAsync(queue);
            return true;
        }
        catch (OperationInterruptedException closed) when (closed.ShutdownReason?.ReplyCode == 404)
        {
            return false;
        }
    }

    /// <summary>Whether an exchange exists; asked on a channel of its own.</summary>
    protected async Task<bool> ExchangeExistsAsync(string exchange)
    {
        try
        {
            await using var channel = await OpenChannelAsync();
            await channel.ExchangeDeclarePassiveAsync(exchange);
            return true;
        }
        catch (OperationInterruptedException closed) when (closed.ShutdownReason?.ReplyCode == 404)
        {
            return false;
        }
    }

    internal Task<Inbox> ConsumeAsync(string queue, bool autoAck = true, params (string Name, object? Value)[] arguments) =>
        ConsumeAsync(Channel, queue, autoAck, arguments);

    internal static async Task<Inbox> ConsumeAsync(
        IChannel channel, string queue, bool autoAck = true, params (string Name, object? Value)[] arguments)
    {
        var inbox = new Inbox(channel);
        inbox.Tag = await channel.BasicConsumeAsync(
            queue, autoAck, string.Empty, noLocal: false, exclusive: false, Arguments(arguments), inbox);
        return inbox;
    }

    /// <summary>The broker answers by closing the channel with this code and text.</summary>
    protected async Task ExpectRefusalAsync(int code, string text, Func<IChannel, Task> offence)
    {
        ArgumentNullException.ThrowIfNull(offence);
        await using var channel = await OpenChannelAsync();

        var closed = await Assert.ThrowsAsync<OperationInterruptedException>(() => offence(channel));

        Assert.That((closed.ShutdownReason?.ReplyCode, closed.ShutdownReason?.ReplyText), Is.EqualTo((code, Cut(text))));
    }

    protected static string QueueNamed(string queue) => $"queue '{queue}' in vhost '{Broker.Uri.VirtualHost}'";

    /// <summary>A short string holds 255 octets: longer texts are cut, and end in three dots.</summary>
    private static string Cut(string text) => text.Length > 255 ? $"{text[..252]}..." : text;

    private async Task DeleteWhatIsLeftAsync(IConnection connection)
    {
        await using var channel = await connection.CreateChannelAsync();
        foreach (var queue in _queues)
        {
            await channel.QueueDeleteAsync(queue);
        }

        foreach (var exchange in _exchanges)
        {
            await channel.ExchangeDeleteAsync(exchange);
        }

        if (connection != _connection)
        {
            await connection.DisposeAsync();
        }
    }
}
