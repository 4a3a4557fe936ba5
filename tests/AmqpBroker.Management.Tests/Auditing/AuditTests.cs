using AmqpBroker.Management.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using RabbitMQ.Client;

namespace AmqpBroker.Management.Tests.Auditing;

public sealed class AuditTests
{
    private AuditEntries _entries = null!; // set before each test
    private ManagedBroker _broker = null!; // set before each test

    [SetUp]
    public async Task StartAsync()
    {
        _entries = new AuditEntries();
        _broker = await ManagedBroker.StartAsync(services: services => services.AddSingleton<ILoggerProvider>(_entries));
    }

    [TearDown]
    public async Task StopAsync()
    {
        await _broker.DisposeAsync();
        _entries.Dispose();
    }

    [Test]
    public async Task What_is_changed_over_HTTP_is_noted_and_what_is_refused_or_only_asked_is_not()
    {
        await _broker.Api.PutAsync("/api/queues/%2F/a%0Ab", "{}");
        await _broker.Api.PutAsync("/api/queues/%2F/q", """{"arguments":{"x-max-length":"x"}}""");
        await _broker.Api.GetAsync("/api/queues");
        await _broker.Api.PostAsync("/api/queues/%2F/q/get", """{"count":1,"ackmode":"ack_requeue_true","encoding":"auto"}""");
        await _broker.Api.PostAsync("/api/exchanges/%2F/amq.default/publish", """{"properties":{},"routing_key":"q","payload":"","payload_encoding":"string"}""");
        await _broker.Api.DeleteAsync("/api/queues/%2F/nope");

        Assert.That(_entries.Lines, Is.EqualTo(new[] { "http: guest from 127.0.0.1: PUT /api/queues/%2F/a%0Ab" }));
    }

    [Test]
    public async Task What_is_changed_over_AMQP_for_good_is_noted()
    {
        var factory = new ConnectionFactory { HostName = "127.0.0.1", Port = _broker.AmqpPort };
        await using var connection = await factory.CreateConnectionAsync();
        await using var channel = await connection.CreateChannelAsync();
        await channel.ExchangeDeclareAsync("x", "topic", durable: true);
        await channel.ExchangeDeclareAsync("x", "topic", durable: true);
        await channel.ExchangeDeclareAsync("passing", "topic", durable: false);
        await channel.QueueDeclareAsync("q", durable: true, exclusive: false, autoDelete: false);
        await channel.QueueDeclareAsync("q", durable: true, exclusive: false, autoDelete: false);
        await channel.QueueDeclareAsync("passing", durable: false, exclusive: false, autoDelete: false);
        await channel.QueueBindAsync("q", "x", "k");
        await channel.QueueBindAsync("q", "x", "k");
        await channel.ExchangeBindAsync("amq.fanout", "x", "f");
        await channel.ExchangeUnbindAsync("amq.fanout", "x", "f");
        await channel.QueueUnbindAsync("q", "x", "k");
        await channel.QueueDeleteAsync("q");
        await channel.QueueDeleteAsync("passing");
        await channel.ExchangeDeleteAsync("x");

        Assert.That(_entries.Lines.Select(static line => line.Replace("amqp: guest from 127.0.0.1: ", string.Empty, StringComparison.Ordinal)), Is.EqualTo(new[]
        {
            "declare exchange 'x' in vhost '/'",
            "declare queue 'q' in vhost '/'",
            "bind queue 'q' to exchange 'x' in vhost '/' by 'k'",
            "bind exchange 'amq.fanout' to exchange 'x' in vhost '/' by 'f'",
            "unbind exchange 'amq.fanout' from exchange 'x' in vhost '/' by 'f'",
            "unbind queue 'q' from exchange 'x' in vhost '/' by 'k'",
            "delete queue 'q' in vhost '/'",
            "delete exchange 'x' in vhost '/'",
        }));
    }
}
