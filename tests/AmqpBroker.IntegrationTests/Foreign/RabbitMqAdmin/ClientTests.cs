using AmqpBroker.IntegrationTests.Support;
using AmqpBroker.TestKit;
using NUnit.Framework;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace AmqpBroker.IntegrationTests.Foreign.RabbitMqAdmin;

/// <summary>Connections, channels, consumers and the node by rabbitmqadmin.</summary>
public sealed class ClientTests
{
    [Test]
    [CancelAfter(Deadline.Normal)]
    public async Task A_client_is_seen_and_its_connection_closed(CancellationToken cancellationToken)
    {
        var factory = TestClient.Factory(RabbitMqAdmin.Endpoint);
        factory.ClientProvidedName = Unique.Name("admin");
        await using var client = await TestClient.ConnectAsync(factory, cancellationToken);
        var queue = await client.DeclareQueueAsync(cancellationToken);
        await client.Channel.BasicQosAsync(0, 3, global: false, cancellationToken);
        var closed = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        client.Connection.ConnectionShutdownAsync += (_, reason) => Task.FromResult(closed.TrySetResult(reason.ReplyText));
        await client.Channel.BasicConsumeAsync(queue, autoAck: true, new AsyncEventingBasicConsumer(client.Channel), cancellationToken);

        var name = await FindConnectionAsync(factory.ClientProvidedName, cancellationToken);
        var channels = await RabbitMqAdmin.SucceedAsync(cancellationToken, "-f", "tsv", "list", "channels", "connection_details.name", "user");
        var consumers = await RabbitMqAdmin.SucceedAsync(cancellationToken, "-f", "tsv", "list", "consumers", "queue.name", "ack_required");
        var answer = await RabbitMqAdmin.SucceedAsync(cancellationToken, "close", "connection", $"name={name}");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(channels.Split('\n'), Does.Contain($"{name}\tguest"));
            Assert.That(consumers.Split('\n'), Does.Contain($"{queue}\tFalse"));
            Assert.That(answer, Is.EqualTo("connection closed"));
            Assert.That(await closed.Task.WaitAsync(cancellationToken), Does.StartWith("CONNECTION_FORCED - "));
        }
    }

    [Test]
    [CancelAfter(Deadline.Normal)]
    public async Task The_node_and_the_whole_are_shown(CancellationToken cancellationToken)
    {
        var nodes = await RabbitMqAdmin.SucceedAsync(cancellationToken, "-f", "tsv", "list", "nodes");
        var overview = await RabbitMqAdmin.SucceedAsync(cancellationToken, "show", "overview");
        var deep = await RabbitMqAdmin.SucceedAsync(cancellationToken, "-f", "long", "-d", "3", "show", "overview");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(nodes, Does.StartWith("name\ttype\tmem_used\n").And.Match(@"\n\S+@\S+\tdisc\t\d+"));
            Assert.That(overview, Does.Contain("rabbitmq_version").And.Contain("cluster_name"));
            Assert.That(deep, Does.Contain("object_totals.queues:"));
        }
    }

    /// <summary>RabbitMQ shows a connection's own name only some seconds after it was opened.</summary>
    private static async Task<string> FindConnectionAsync(string providedName, CancellationToken cancellationToken)
    {
        string? line = null;
        await Eventually.TrueAsync(
            async () =>
            {
                var listed = await RabbitMqAdmin.SucceedAsync(cancellationToken, "-f", "tsv", "list", "connections", "name", "user_provided_name");
                line = listed.Split('\n').FirstOrDefault(each => each.EndsWith(providedName, StringComparison.Ordinal));
                return line is not null;
            },
            $"the connection {providedName} to be listed",
            cancellationToken);
        return line!.Split('\t')[0]; // not null: found
    }
}
