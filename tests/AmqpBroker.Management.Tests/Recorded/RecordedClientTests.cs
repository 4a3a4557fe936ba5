using System.Text.Json.Nodes;
using AmqpBroker.Management.Tests.Harness;
using AmqpBroker.Management.Tests.Health;
using AmqpBroker.Management.Tests.Statistics;
using AmqpBroker.TestKit;
using Microsoft.Extensions.DependencyInjection;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace AmqpBroker.Management.Tests.Recorded;

/// <summary>Connections and channels in states of their own: all that RabbitMQ shows of them is there, of the same types.</summary>
[CancelAfter(60_000)]
public sealed class RecordedClientTests
{
    // Says since when there has been nothing to do, and is not there while there is.
    private const string OnlyWhileIdle = "idle_since";

    // What a client says of itself differs with the client.
    private const string ClientProperties = "client_properties";

    // There are no processes of Erlang: nothing is counted of what is always 0.
    private const string Reductions = "reductions_details";

    private const string Ages = "data_rates_age=60&data_rates_incr=5&msg_rates_age=60&msg_rates_incr=5&lengths_age=60&lengths_incr=5";

    private ManagedBroker? _broker;
    private IConnection? _connection;

    [TearDown]
    public async Task StopAsync()
    {
        if (_connection is not null)
        {
            await _connection.DisposeAsync();
        }

        if (_broker is not null)
        {
            await _broker.DisposeAsync();
        }
    }

    [Test]
    public async Task A_list_of_channels_has_one_that_does_nothing_and_one_that_consumes()
    {
        var connection = await ConnectAsync(_broker = await ManagedBroker.StartAsync());
        await using var idle = await connection.CreateChannelAsync(new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true));
        await using var consuming = await connection.CreateChannelAsync();
        await ConsumeAsync(consuming, _broker);

        var channels = (await GetAsync("/api/channels?sort=number")).AsArray();

        var sample = Sample.Read("channels").AsArray();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Shape.Differences(sample[0]!, channels[0], OnlyWhileIdle), Is.Empty);
            Assert.That(Shape.Differences(sample[1]!, channels[1], OnlyWhileIdle), Is.Empty);
            Assert.That((bool)channels[0]!["confirm"]!, Is.True);
            Assert.That((int)channels[1]!["messages_unacknowledged"]!, Is.EqualTo(1));
        }
    }

    [Test]
    public async Task A_transactional_channel_shows_what_it_has_not_committed()
    {
        var connection = await ConnectAsync(_broker = await ManagedBroker.StartAsync());
        await using var channel = await connection.CreateChannelAsync();
        await channel.TxSelectAsync();
        await channel.BasicPublishAsync("", "nowhere", new byte[5]);
        await channel.BasicQosAsync(0, 1, global: false);

        var list = await GetAsync("/api/channels");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Shape.Differences("channel-transactional", list, OnlyWhileIdle), Is.Empty);
            Assert.That((bool)list[0]!["transactional"]!, Is.True);
            Assert.That((int)list[0]!["messages_uncommitted"]!, Is.EqualTo(1));
        }
    }

    [Test]
    public async Task A_publishing_channel_and_its_connection_show_their_rates()
    {
        var clock = new FakeTimeProvider();
        var connection = await ConnectAsync(_broker = await ManagedBroker.StartAsync(services: services => services.AddSingleton<TimeProvider>(clock)));
        await using var channel = await connection.CreateChannelAsync(new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true));
        await channel.BasicPublishAsync("amq.topic", "k", new byte[5]);
        clock.Advance(TimeSpan.FromSeconds(5));
        var name = (string)(await GetAsync("/api/channels"))[0]!["name"]!;

        var one = await GetAsync($"/api/channels/{Uri.EscapeDataString(name)}?{Ages}");
        var its = await GetAsync($"/api/connections/{Uri.EscapeDataString(name[..^4])}?{Ages}");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Shape.Differences("channel-publisher-with-rates", one, Reductions), Is.Empty);
            Assert.That(Shape.Differences("connection-with-rates", its, ClientProperties, Reductions), Is.Empty);
        }
    }

    [Test]
    public async Task During_an_alarm_connections_are_blocking_and_those_that_publish_blocked()
    {
        _broker = await LowMemory.StartBrokerAsync();
        var connection = await ConnectAsync(_broker);
        var blocking = await GetAsync(Columns);
        var channel = await connection.CreateChannelAsync();
        await channel.BasicPublishAsync("", "nowhere", new byte[5]);
        await Eventually.TrueAsync(async () => (string?)(await GetAsync(Columns))[0]!["state"] == "blocked", "the connection to be blocked", CancellationToken.None);

        var blocked = await GetAsync(Columns);

        using (Assert.EnterMultipleScope())
        {
            Assert.That((string?)blocking[0]!["state"], Is.EqualTo("blocking"));
            Assert.That(Shape.Differences("connections-blocked", blocked, ClientProperties), Is.Empty);
            Assert.That(Shape.Differences("nodes-in-memory-alarm", await GetAsync("/api/nodes?columns=name,mem_used,mem_limit,mem_alarm,disk_free_alarm")), Is.Empty);
            Assert.That((bool)(await GetAsync("/api/nodes"))[0]!["mem_alarm"]!, Is.True);
        }
    }

    private static string Columns => "/api/connections?columns=name,state,user,user_provided_name,client_properties";

    private async Task<JsonNode> GetAsync(string path) => (await _broker!.Api.GetAsync(path)).Json;

    private async Task<IConnection> ConnectAsync(ManagedBroker broker) =>
        _connection = await new ConnectionFactory { HostName = "127.0.0.1", Port = broker.AmqpPort, AutomaticRecoveryEnabled = false }.CreateConnectionAsync("publisher-1");

    private static async Task ConsumeAsync(IChannel channel, ManagedBroker broker)
    {
        await broker.Api.PutAsync("/api/queues/%2F/q", "{}");
        await broker.Api.PostAsync("/api/exchanges/%2F/amq.default/publish", """{"properties":{},"routing_key":"q","payload":"p","payload_encoding":"string"}""");
        var delivered = new TaskCompletionSource();
        var consumer = new AsyncEventingBasicConsumer(channel);
        consumer.ReceivedAsync += (_, _) =>
        {
            delivered.TrySetResult();
            return Task.CompletedTask;
        };
        await channel.BasicConsumeAsync("q", autoAck: false, consumer);
        await delivered.Task;
    }
}
