using AmqpBroker.Core.Exchanges;
using AmqpBroker.Core.Messages;
using AmqpBroker.Core.Persistence;
using AmqpBroker.Core.Queues;
using AmqpBroker.Core.Tests.Queues;
using AmqpBroker.Core.VirtualHosts;
using AmqpBroker.Protocol.Fields;

namespace AmqpBroker.Core.Tests.Persistence;

/// <summary>A broker over a data directory, recovered, with what tests do to it in short words.</summary>
internal sealed class OpenStore(BrokerStore store, VirtualHost host, bool mayServe) : IAsyncDisposable
{
    private static readonly object User = new();

    // Exchange "" and routing key "q".
    private static readonly byte[] Route = [0, 1, (byte)'q'];

    public BrokerStore Store => store;

    /// <summary>The broker over it.</summary>
    public required Broker Broker { get; init; }

    public VirtualHost Host => host;

    /// <summary>Whether clients may come before the messages are put back.</summary>
    public bool MayServe => mayServe;

    /// <summary>Messages put back.</summary>
    public long Restored { get; private set; }

    /// <summary>The names of queues and bindings, in order.</summary>
    public IReadOnlyList<string> Topology =>
    [
        .. host.ListQueues().Select(queue => queue.Name).Order(StringComparer.Ordinal),
        .. host.ListExchanges().Where(exchange => exchange.Name == "e").Select(exchange => exchange.Name),
    ];

    /// <summary>The same with another virtual host, which is made when it is not there.</summary>
    public async Task<OpenStore> InAsync(string virtualHost)
    {
        if (!Broker.TryGetVirtualHost(virtualHost, out var other))
        {
            await Broker.CreateVirtualHostAsync(virtualHost);
            Broker.TryGetVirtualHost(virtualHost, out other);
        }

        return new OpenStore(store, other!, mayServe) { Broker = Broker }; // it is there now
    }

    public void RestoreMessages() => Restored = store.RestoreMessages(CancellationToken.None);

    public async Task<ClassicQueue> DeclareAsync(string name, params FieldEntry[] arguments) => (ClassicQueue)await host.DeclareQueueAsync(
        new QueueDeclaration { Name = name, IsDurable = true, Id = store.Metadata.NextQueueId(), Arguments = FieldTable.Of(arguments) }, User);

    public async Task DeleteAsync(string queue) => await host.DeleteQueueAsync(Queue(queue));

    public async Task BindAsync(string queue)
    {
        await host.DeclareExchangeAsync(new ExchangeDeclaration { Name = "e", Type = ExchangeType.Get("fanout"), IsDurable = true });
        await host.BindQueueAsync(queue, "e", "key", FieldTable.Empty, User);
    }

    public ClassicQueue? Find(string name) => (ClassicQueue?)host.FindQueue(name, User);

    public ClassicQueue Queue(string name) => Find(name) ?? throw new InvalidOperationException($"{name} is not there");

    /// <summary>Puts persistent messages into queues and waits for each until it is confirmed.</summary>
    public async Task PublishAsync(IReadOnlyList<string> queues, params IEnumerable<int> numbers)
    {
        foreach (var number in numbers)
        {
            await store.Journal.WaitUntilSafeAsync(Enqueue(queues, number)());
        }
    }

    public Task PublishAsync(string queue, params IEnumerable<int> numbers) => PublishAsync([queue], numbers);

    /// <summary>Puts a persistent message into queues.</summary>
    /// <returns>Its second half: puts it into the journal, and gives the position to wait for.</returns>
    public Func<long> Enqueue(IReadOnlyList<string> queues, int number, int padding = 0, long expiresAfter = -1, byte priority = 0)
    {
        var start = store.Journal.EndLsn;
        var message = Numbered.Message(number, padding);
        PublishedMessage[] messages =
        [
            new()
            {
                Header = message.Header,
                Body = message.Body,
                Flags = MessageFlags.Persistent,
                ExpiresAfterMilliseconds = expiresAfter,
                Priority = priority,
            },
        ];
        JournalTarget[] targets =
        [
            .. queues.Select(name => Queue(name)).Select(queue => new JournalTarget(queue.Id, queue.Enqueue(new MessageRun(Route, messages), Numbered.Now))),
        ];
        return () => store.Journal.Enqueued(start, targets, new MessageRun(Route, messages), Numbered.Now);
    }

    /// <summary>Takes the first messages of a queue and acknowledges them.</summary>
    public void Consume(string queue, int count)
    {
        for (var i = 0; i < count; i++)
        {
            Assert.That(Queue(queue).TryGet(out var message), $"{queue} holds a message");
            Queue(queue).Settle([new SettledDelivery(message.Record, Consumer: null)], SettleOutcome.Acknowledge);
        }
    }

    /// <summary>Takes the first message of a queue, and gives it back.</summary>
    /// <returns>Its number, and how often it had been given back before; the number's sign marks a redelivered one.</returns>
    public (int Number, int? Failed) Return(string queue)
    {
        Assert.That(Queue(queue).TryGet(out var message), $"{queue} holds a message");
        var number = Numbered.NumberOf(message.Record);
        Queue(queue).Settle([new SettledDelivery(message.Record, Consumer: null)], SettleOutcome.Requeue);
        return (message.IsRedelivered ? -number : number, message.FailedDeliveries);
    }

    /// <summary>Takes the first message of a queue, and rejects it for good.</summary>
    public void Reject(string queue)
    {
        Assert.That(Queue(queue).TryGet(out var message), $"{queue} holds a message");
        Queue(queue).Settle([new SettledDelivery(message.Record, Consumer: null)], SettleOutcome.Reject);
        Queue(queue).Dispatch();
    }

    /// <summary>Begins a transaction; see <see cref="Enqueue(JournalTransaction, IReadOnlyList{string}, int, int)"/> and <see cref="Consume(JournalTransaction, string, int)"/>.</summary>
    public JournalTransaction Begin() => new(store.Journal);

    /// <summary>Puts a persistent message into queues, as a part of a transaction.</summary>
    public void Enqueue(JournalTransaction transaction, IReadOnlyList<string> queues, int number, int padding = 0)
    {
        var message = Numbered.Message(number, padding);
        PublishedMessage[] messages = [new() { Header = message.Header, Body = message.Body, Flags = MessageFlags.Persistent, ExpiresAfterMilliseconds = -1 }];
        JournalTarget[] targets =
        [
            .. queues.Select(name => Queue(name)).Select(queue => new JournalTarget(queue.Id, queue.Enqueue(new MessageRun(Route, messages), Numbered.Now))),
        ];
        transaction.Enqueued(targets, Route, in messages[0], Numbered.Now);
    }

    /// <summary>Takes the first messages of a queue and acknowledges them, as a part of a transaction.</summary>
    public void Consume(JournalTransaction transaction, string queue, int count)
    {
        for (var i = 0; i < count; i++)
        {
            Assert.That(Queue(queue).TryGet(out var message), $"{queue} holds a message");
            Queue(queue).Settle([new SettledDelivery(message.Record, Consumer: null)], SettleOutcome.Acknowledge, transaction);
        }
    }

    public Task WriteAsync() => store.Journal.WaitUntilSafeAsync(store.Journal.EndLsn);

    /// <summary>The numbers of a queue's messages; none when it is not there.</summary>
    public IReadOnlyList<int> Numbers(string queue) => Find(queue)?.GetAll().ConvertAll(Math.Abs) ?? [];

    public ValueTask DisposeAsync() => store.DisposeAsync();
}
