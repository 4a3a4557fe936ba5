using System.Text;
using AmqpBroker.IntegrationTests.Support;
using AmqpBroker.Server.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NUnit.Framework;
using RabbitMQ.Client;

namespace AmqpBroker.IntegrationTests.Hosting;

/// <summary>The examples of the README, run as they stand there.</summary>
[OwnBroker("runs the broker inside the test's process")]
public sealed class EmbeddingTests
{
    [Test]
    [CancelAfter(Deadline.Normal)]
    public async Task A_broker_in_the_own_process_serves_the_official_client(CancellationToken cancellationToken)
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Services.AddAmqpBroker(o => o.Amqp.Port = 0);
        using var host = builder.Build();
        await host.StartAsync(cancellationToken);
        var port = host.Services.GetRequiredService<AmqpBrokerEndpoints>().Amqp[0].Port;

        var greeting = await GreetAsync(port, cancellationToken);
        await host.StopAsync(cancellationToken);

        Assert.That(greeting, Is.EqualTo("hello"));
    }

    private static async Task<string> GreetAsync(int port, CancellationToken cancellationToken)
    {
        await using var connection = await new ConnectionFactory { HostName = "localhost", Port = port }.CreateConnectionAsync(cancellationToken);
        await using var channel = await connection.CreateChannelAsync(cancellationToken: cancellationToken);
        await channel.QueueDeclareAsync("greetings", durable: false, exclusive: false, autoDelete: true, cancellationToken: cancellationToken);
        await channel.BasicPublishAsync(exchange: "", routingKey: "greetings", body: "hello"u8.ToArray(), cancellationToken: cancellationToken);

        // The client that publishes and gets on one channel is answered in order: no waiting is needed.
        return Encoding.UTF8.GetString((await channel.BasicGetAsync("greetings", autoAck: true, cancellationToken))!.Body.Span);
    }
}
