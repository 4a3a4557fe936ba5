using System.Text.Json.Nodes;
using AmqpBroker.Management.Tests.Harness;
using AmqpBroker.Management.Tests.Statistics;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace AmqpBroker.Management.Tests.Recorded;

/// <summary>Queues of each kind at work: all that RabbitMQ shows of them is there, of the same types.</summary>
[CancelAfter(60_000)]
public sealed class RecordedQueueTests
{
    // Members that are deliberately not here.
    private static readonly (string Member, string Reason)[] NotHere =
    [
        ("backing_queue_status", "the inside of RabbitMQ's queues"),
        ("garbage_collection", "a queue is no process of Erlang"),
        ("reductions", "a queue is no process of Erlang"),
        ("reductions_details", "a queue is no process of Erlang"),
        ("messages_paged_out", "which messages are in memory is the page cache's matter"),
        ("message_bytes_paged_out", "which messages are in memory is the page cache's matter"),
        ("messages_ram", "not counted"),
        ("message_bytes_ram", "not counted"),
        ("messages_ready_ram", "not counted"),
        ("messages_unacknowledged_ram", "not counted"),
        ("messages_persistent", "not counted"),
        ("message_bytes_persistent", "not counted"),
        ("consumer_capacity", "not measured"),
        ("consumer_utilisation", "not measured"),
        ("idle_since", "only while idle"),
    ];

    // What they hold depends on how they were declared, not on what a queue is.
    private static readonly string[] ItsOwn = ["arguments", "effective_policy_definition"];

    private ManagedBroker _broker = null!; // set before each test
    private IConnection _connection = null!; // set before each test
    private IChannel _channel = null!; // set before each test

    [SetUp]
    public async Task StartAsync()
    {
        _broker = await ManagedBroker.StartAsync();
        _connection = await new ConnectionFactory { HostName = "127.0.0.1", Port = _broker.AmqpPort }.CreateConnectionAsync();
        _channel = await _connection.CreateChannelAsync(new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true));
    }

    [TearDown]
    public async Task StopAsync()
    {
        await _channel.DisposeAsync();
        await _connection.DisposeAsync();
        await _broker.DisposeAsync();
    }

    [TestCase("queue-classic", "x-max-priority", 3)]
    [TestCase("queue-lazy", "x-queue-mode", "lazy")]
    [TestCase("queue-single-active-consumer", "x-single-active-consumer", true)]
    public async Task A_queue_with_a_consumer_and_messages_looks_as_recorded(string sample, string argument, object value)
    {
        await _channel.QueueDeclareAsync("q", durable: true, exclusive: false, autoDelete: false, new Dictionary<string, object?>(StringComparer.Ordinal) { [argument] = value });
        await _channel.QueueBindAsync("q", "amq.topic", "k");
        await _channel.BasicPublishAsync("amq.topic", "k", new byte[5]);
        await ConsumeAsync(exclusive: false);

        var answer = await GetAsync("/api/queues/%2F/q");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Differences(sample, answer), Is.Empty);
            Assert.That((string?)answer["consumer_details"]![0]!["activity_status"], Is.EqualTo(sample == "queue-single-active-consumer" ? "single_active" : "up"));
        }
    }

    [Test]
    public async Task An_exclusive_queue_looks_as_recorded()
    {
        await _channel.QueueDeclareAsync("q", durable: false, exclusive: true, autoDelete: true);
        await _channel.BasicPublishAsync("", "q", new byte[5]);
        await ConsumeAsync(exclusive: true);

        var answer = await GetAsync("/api/queues/%2F/q");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Differences("queue-exclusive", answer), Is.Empty);
            Assert.That((bool)answer["exclusive"]!, Is.True);
            Assert.That((string?)answer["exclusive_consumer_tag"], Is.EqualTo("c"));
        }
    }

    private static string[] Differences(string sample, JsonNode answer) =>
    [
        .. Shape.Differences(sample, answer, [.. NotHere.Select(static absent => absent.Member), .. ItsOwn]),
        .. NotHere.Where(absent => answer.AsObject().ContainsKey(absent.Member)).Select(static absent => $"{absent.Member}: is here by now, and needs no exception"),
    ];

    private async Task<JsonNode> GetAsync(string path) => (await _broker.Api.GetAsync(path)).Json;

    private async Task ConsumeAsync(bool exclusive)
    {
        var delivered = new TaskCompletionSource();
        var consumer = new AsyncEventingBasicConsumer(_channel);
        consumer.ReceivedAsync += (_, _) =>
        {
            delivered.TrySetResult();
            return Task.CompletedTask;
        };
        await _channel.BasicConsumeAsync("q", autoAck: false, "c", noLocal: false, exclusive, arguments: null, consumer);
        await delivered.Task;
    }
}
