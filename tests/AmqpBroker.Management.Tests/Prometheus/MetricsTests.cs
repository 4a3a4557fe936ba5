using System.IO.Compression;
using AmqpBroker.Core;
using AmqpBroker.Management.Hosting;
using AmqpBroker.Management.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;
using RabbitMQ.Client;

namespace AmqpBroker.Management.Tests.Prometheus;

public sealed class MetricsTests
{
    private const string EveryFamily =
        "family=connection_churn_metrics&family=node_coarse_metrics&family=node_metrics&family=node_persister_metrics&family=ra_metrics"
        + "&family=auth_attempt_metrics&family=queue_coarse_metrics&family=queue_consumer_count&family=queue_metrics&family=channel_queue_exchange_metrics"
        + "&family=channel_metrics&family=channel_exchange_metrics&family=channel_queue_metrics&family=channel_process_metrics"
        + "&family=connection_metrics&family=connection_coarse_metrics&family=vhost_status&family=exchange_bindings&family=exchange_names";

    private ManagedBroker _broker = null!; // set before each test
    private ApiClient _prometheus = null!; // set before each test
    private IConnection _connection = null!; // set before each test

    [SetUp]
    public async Task StartAsync()
    {
        _broker = await ManagedBroker.StartAsync(services: static services => services.AddAmqpBrokerPrometheus(static options =>
        {
            options.Address = "127.0.0.1";
            options.Port = ManagementOptions.AnyFreePort;
        }));
        _prometheus = new ApiClient(new Uri($"http://127.0.0.1:{_broker.Services.GetRequiredService<ManagementEndpoints>().Metrics.Single().Port}"));
        _connection = await new ConnectionFactory { HostName = "127.0.0.1", Port = _broker.AmqpPort }.CreateConnectionAsync();
        await using var channel = await _connection.CreateChannelAsync(new CreateChannelOptions(true, true));
        foreach (var name in (string[])["q", "other \"one\"\\"])
        {
            await channel.QueueDeclareAsync(name, durable: false, exclusive: false, autoDelete: false);
        }

        for (var i = 0; i < 5; i++)
        {
            await channel.BasicPublishAsync("", "q", new byte[10]);
        }

        await channel.BasicPublishAsync("amq.direct", "nowhere", new byte[10]);
        await channel.BasicGetAsync("q", autoAck: true);
    }

    [TearDown]
    public async Task StopAsync()
    {
        await _connection.DisposeAsync();
        _prometheus.Dispose();
        await _broker.DisposeAsync();
    }

    [Test]
    public async Task Every_family_of_RabbitMQ_is_there_with_its_type()
    {
        var families = Exposition.Parse((await _prometheus.GetAsync("/metrics")).Text).Types;

        Assert.That(Names("prometheus-aggregated").Except(families.Select(static family => $"{family.Key} {family.Value}")), Is.Empty);
    }

    [Test]
    public async Task Every_detailed_family_of_RabbitMQ_is_there_with_its_type()
    {
        var families = Exposition.Parse((await _prometheus.GetAsync("/metrics/detailed?" + EveryFamily)).Text).Types;

        Assert.That(Names("prometheus-detailed").Except(families.Select(static family => $"{family.Key} {family.Value}")), Is.Empty);
    }

    [Test]
    public async Task The_sums_are_those_of_what_has_happened()
    {
        var samples = Exposition.Parse((await _prometheus.GetAsync("/metrics")).Text).Samples;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(samples["rabbitmq_queue_messages_ready"], Is.EqualTo(4));
            Assert.That(samples["rabbitmq_queues"], Is.EqualTo(2));
            Assert.That(samples["rabbitmq_connections"], Is.EqualTo(1));
            Assert.That(samples["rabbitmq_channels_closed_total"], Is.EqualTo(1));
            Assert.That(samples["""rabbitmq_global_messages_received_total{protocol="amqp091"}"""], Is.EqualTo(6));
            Assert.That(samples["""rabbitmq_global_messages_received_confirm_total{protocol="amqp091"}"""], Is.EqualTo(6));
            Assert.That(samples["""rabbitmq_global_messages_confirmed_total{protocol="amqp091"}"""], Is.EqualTo(6));
            Assert.That(samples["""rabbitmq_global_messages_routed_total{protocol="amqp091"}"""], Is.EqualTo(5));
            Assert.That(samples["""rabbitmq_global_messages_unroutable_dropped_total{protocol="amqp091"}"""], Is.EqualTo(1));
            Assert.That(
                samples["""rabbitmq_global_messages_delivered_get_auto_ack_total{protocol="amqp091",queue_type="rabbit_classic_queue"}"""], Is.EqualTo(1));
            Assert.That(samples["rabbitmq_process_resident_memory_bytes"], Is.GreaterThan(1_000_000));
            Assert.That(samples["""rabbitmq_auth_attempts_succeeded_total{protocol="amqp091"}"""], Is.EqualTo(1));
        }
    }

    [Test]
    public async Task By_object_each_queue_has_samples_of_its_own()
    {
        var samples = Exposition.Parse((await _prometheus.GetAsync("/metrics/per-object")).Text).Samples;

        Assert.That(samples["""rabbitmq_queue_messages_ready{vhost="/",queue="q"}"""], Is.EqualTo(4));
        Assert.That(samples["""rabbitmq_queue_messages_ready{vhost="/",queue="other \"one\"\\"}"""], Is.Zero);
    }

    [Test]
    public async Task Only_what_is_asked_for_is_given_in_detail()
    {
        var one = Exposition.Parse((await _prometheus.GetAsync("/metrics/detailed?family=queue_coarse_metrics&family=nonsense&vhost=%2F&queue=%5Eq%24")).Text);
        var none = Exposition.Parse((await _prometheus.GetAsync("/metrics/detailed?family=queue_coarse_metrics&vhost=nowhere")).Text);
        var nothing = Exposition.Parse((await _prometheus.GetAsync("/metrics/detailed")).Text);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(one.Samples.Keys.Where(static name => name.Contains("queue", StringComparison.Ordinal)), Is.EquivalentTo((string[])
            [
                """rabbitmq_detailed_queue_messages_ready{vhost="/",queue="q"}""",
                """rabbitmq_detailed_queue_messages_unacked{vhost="/",queue="q"}""",
                """rabbitmq_detailed_queue_messages{vhost="/",queue="q"}""",
            ]));
            Assert.That(none.Samples.Keys.Where(static name => name.Contains("queue", StringComparison.Ordinal)), Is.Empty);
            Assert.That(nothing.Types.Keys, Is.EquivalentTo((string[])["rabbitmq_build_info", "rabbitmq_identity_info"]));
        }
    }

    [Test]
    public async Task Every_dashboard_finds_whom_it_looks_at()
    {
        var name = _broker.Services.GetRequiredService<BrokerIdentity>().NodeName;

        var samples = Exposition.Parse((await _prometheus.GetAsync("/metrics")).Text).Samples;

        Assert.That(samples.Keys, Has.One.StartsWith($$"""rabbitmq_identity_info{rabbitmq_node="{{name}}",rabbitmq_cluster="{{name}}",rabbitmq_cluster_permanent_id="rabbitmq-cluster-id-"""));
        Assert.That(samples.Keys, Has.One.StartsWith("rabbitmq_build_info{rabbitmq_version="));
    }

    [Test]
    public async Task It_is_compressed_for_those_who_ask()
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(_broker.Uri, "/metrics"));
        request.Headers.AcceptEncoding.ParseAdd("gzip");

        using var answer = await http.SendAsync(request);

        await using var zip = new GZipStream(await answer.Content.ReadAsStreamAsync(), CompressionMode.Decompress);
        using var reader = new StreamReader(zip);
        Assert.That(Exposition.Parse(await reader.ReadToEndAsync()).Samples["rabbitmq_queue_messages_ready"], Is.EqualTo(4));
        Assert.That(answer.Content.Headers.ContentType?.ToString(), Is.EqualTo("text/plain; version=0.0.4"));
    }

    [TestCase("/metrics/nonsense", 404, "Unknown Registry")]
    [TestCase("/", 404, "")]
    [TestCase("/metricsx", 404, "")]
    public async Task What_is_not_there_is_not_found(string path, int status, string text)
    {
        var answer = await _prometheus.GetAsync(path);

        Assert.That((answer.Status, answer.Text), Is.EqualTo((status, text)));
    }

    [Test]
    public async Task Names_are_told_on_the_port_of_the_API_to_those_alone_who_may_see_them()
    {
        using var stranger = new ApiClient(_broker.Uri);

        Assert.That((await stranger.GetAsync("/metrics")).Status, Is.EqualTo(200));
        Assert.That((await stranger.GetAsync("/metrics/per-object")).Status, Is.EqualTo(401));
        Assert.That((await stranger.GetAsync("/metrics/detailed")).Status, Is.EqualTo(401));
        Assert.That((await _broker.Api.GetAsync("/metrics/per-object")).Status, Is.EqualTo(200));
        Assert.That((await _prometheus.SendAsync(HttpMethod.Head, "/metrics")).Status, Is.EqualTo(204));
    }

    private static string[] Names(string sample)
    {
        using var stream = typeof(MetricsTests).Assembly.GetManifestResourceStream(sample + ".txt")!; // it is in the project
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
