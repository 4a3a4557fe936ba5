using AmqpBroker.IntegrationTests.Support;
using NUnit.Framework;

namespace AmqpBroker.IntegrationTests.Foreign.RabbitMqAdmin;

/// <summary>Exchanges, queues, bindings and messages by rabbitmqadmin.</summary>
public sealed class ObjectTests
{
    private readonly string _name = Unique.Name("admin");

    [Test]
    [CancelAfter(Deadline.Normal)]
    public async Task An_exchange_comes_and_goes(CancellationToken cancellationToken)
    {
        var declared = await RabbitMqAdmin.SucceedAsync(cancellationToken, "declare", "exchange", $"name={_name}", "type=topic", "durable=false", "auto_delete=false");
        var listed = await RabbitMqAdmin.SucceedAsync(cancellationToken, "-f", "tsv", "list", "exchanges", "name", "type", "durable");
        var deleted = await RabbitMqAdmin.SucceedAsync(cancellationToken, "delete", "exchange", $"name={_name}");
        var after = await RabbitMqAdmin.SucceedAsync(cancellationToken, "-f", "tsv", "list", "exchanges", "name");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(declared, Is.EqualTo("exchange declared"));
            Assert.That(listed.Split('\n'), Does.Contain("name\ttype\tdurable").And.Contain($"{_name}\ttopic\tFalse"));
            Assert.That(deleted, Is.EqualTo("exchange deleted"));
            Assert.That(after.Split('\n'), Does.Not.Contain(_name).And.Contain("amq.topic"));
        }
    }

    [Test]
    [CancelAfter(Deadline.Normal)]
    public async Task A_queue_is_declared_filled_looked_into_purged_and_deleted(CancellationToken cancellationToken)
    {
        var declared = await RabbitMqAdmin.SucceedAsync(cancellationToken, "declare", "queue", $"name={_name}", "durable=true", """arguments={"x-max-length":5}""");
        var published = await RabbitMqAdmin.SucceedAsync(cancellationToken, "publish", $"routing_key={_name}", "payload=hello", """properties={"delivery_mode":2,"content_type":"text/plain"}""");
        var (_, fromInput) = await RabbitMqAdmin.RunAsync("from stdin", cancellationToken, "publish", $"routing_key={_name}");
        var seen = await RabbitMqAdmin.SucceedAsync(cancellationToken, "-f", "tsv", "get", $"queue={_name}", "count=2", "ackmode=ack_requeue_true");
        var got = await RabbitMqAdmin.SucceedAsync(cancellationToken, "-f", "long", "get", $"queue={_name}", "ackmode=ack_requeue_false");
        var purged = await RabbitMqAdmin.SucceedAsync(cancellationToken, "purge", "queue", $"name={_name}");
        var empty = await RabbitMqAdmin.SucceedAsync(cancellationToken, "get", $"queue={_name}");
        var deleted = await RabbitMqAdmin.SucceedAsync(cancellationToken, "delete", "queue", $"name={_name}");

        using (Assert.EnterMultipleScope())
        {
            Assert.That((declared, published, fromInput), Is.EqualTo(("queue declared", "Message published", "Message published")));
            Assert.That(seen, Does.StartWith("routing_key\texchange\tmessage_count\tpayload\t").And.Contain("\thello\t5\tstring\t").And.Contain("\tfrom stdin\t"));
            Assert.That(got, Does.Contain("payload: hello\n").And.Contain("redelivered: True"));
            Assert.That((purged, empty, deleted), Is.EqualTo(("queue purged", "No items", "queue deleted")));
        }
    }

    [Test]
    [CancelAfter(Deadline.Normal)]
    public async Task A_quorum_queue_is_declared_by_its_type(CancellationToken cancellationToken)
    {
        await RabbitMqAdmin.SucceedAsync(cancellationToken, "declare", "queue", $"name={_name}", "queue_type=quorum");
        var listed = await RabbitMqAdmin.SucceedAsync(cancellationToken, "-f", "tsv", "list", "queues", "name", "type", "durable");
        await RabbitMqAdmin.SucceedAsync(cancellationToken, "delete", "queue", $"name={_name}");

        Assert.That(listed.Split('\n'), Does.Contain($"{_name}\tquorum\tTrue"));
    }

    [Test]
    [CancelAfter(Deadline.Normal)]
    public async Task A_binding_comes_and_goes_by_the_key_of_its_properties(CancellationToken cancellationToken)
    {
        await RabbitMqAdmin.SucceedAsync(cancellationToken, "declare", "queue", $"name={_name}", "durable=false");
        var declared = await RabbitMqAdmin.SucceedAsync(cancellationToken, "declare", "binding", "source=amq.topic", $"destination={_name}", "destination_type=queue", "routing_key=a.#");
        var listed = await RabbitMqAdmin.SucceedAsync(cancellationToken, "-f", "tsv", "-V", "/", "list", "bindings", "source", "destination", "properties_key");
        var routed = await RabbitMqAdmin.SucceedAsync(cancellationToken, "publish", "exchange=amq.topic", "routing_key=a.b", "payload=x");
        var deleted = await RabbitMqAdmin.SucceedAsync(cancellationToken, "delete", "binding", "source=amq.topic", "destination_type=queue", $"destination={_name}", "properties_key=a.%23");
        var unrouted = await RabbitMqAdmin.SucceedAsync(cancellationToken, "publish", "exchange=amq.topic", $"routing_key=a.{_name}", "payload=x");
        await RabbitMqAdmin.SucceedAsync(cancellationToken, "delete", "queue", $"name={_name}");

        using (Assert.EnterMultipleScope())
        {
            Assert.That((declared, routed, deleted), Is.EqualTo(("binding declared", "Message published", "binding deleted")));
            Assert.That(listed.Split('\n'), Does.Contain($"amq.topic\t{_name}\ta.%23").And.Contain($"\t{_name}\t{_name}"));
            Assert.That(unrouted, Is.EqualTo("Message published but NOT routed"));
        }
    }

    [TestCase("table", "+-")]
    [TestCase("tsv", "name\tmessages")]
    [TestCase("long", "name: ")]
    [TestCase("kvp", "name=\"")]
    [TestCase("bash", "amq.fanout")]
    [TestCase("pretty_json", "\"name\": \"")]
    [TestCase("raw_json", "\"name\":\"")]
    [CancelAfter(Deadline.Normal)]
    public async Task Lists_have_every_form(string format, string expected, CancellationToken cancellationToken)
    {
        var objects = format == "bash" ? "exchanges" : "queues";
        await RabbitMqAdmin.SucceedAsync(cancellationToken, "declare", "queue", $"name={_name}", "durable=false");

        var listed = await RabbitMqAdmin.SucceedAsync(cancellationToken, "-f", format, "list", objects);
        await RabbitMqAdmin.SucceedAsync(cancellationToken, "delete", "queue", $"name={_name}");

        Assert.That(listed, Does.Contain(expected).And.Contain(format == "bash" ? "amq.topic" : _name));
    }

    [Test]
    [CancelAfter(Deadline.Normal)]
    public async Task Lists_are_sorted_and_go_as_deep_as_they_are_asked(CancellationToken cancellationToken)
    {
        var upwards = await RabbitMqAdmin.SucceedAsync(cancellationToken, "-f", "tsv", "-S", "name", "list", "exchanges", "name");
        var downwards = await RabbitMqAdmin.SucceedAsync(cancellationToken, "-f", "tsv", "-S", "name", "-R", "list", "exchanges", "name");
        var deep = await RabbitMqAdmin.SucceedAsync(cancellationToken, "-f", "pretty_json", "-d", "3", "list", "exchanges");

        string[] names = [.. upwards.Split('\n').Skip(1).Where(name => name.StartsWith("amq.", StringComparison.Ordinal))];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(names, Is.Ordered.Using((System.Collections.IComparer)StringComparer.Ordinal).And.Not.Empty);
            Assert.That(downwards.Split('\n').Skip(1).Where(name => name.StartsWith("amq.", StringComparison.Ordinal)), Is.EqualTo(names.Reverse()));
            Assert.That(deep, Does.Contain("\"arguments\""));
        }
    }

    [TestCase("*** Not found: /api/queues/%2F/nope", "delete", "queue", "name=nope")]
    [TestCase("*** Not found: /api/queues/%2F/nope/contents", "purge", "queue", "name=nope")]
    [TestCase("*** Not found: /api/queues/nope", "-V", "nope", "list", "queues")]
    [TestCase("exchange type 'nope'", "declare", "exchange", "name=x", "type=nope")]
    [TestCase("*** Access refused: /api/queues", "-p", "wrong", "list", "queues")]
    [CancelAfter(Deadline.Normal)]
    public async Task A_refusal_is_told_with_its_reason(string expected, params string[] arguments)
    {
        var (exitCode, output) = await RabbitMqAdmin.RunAsync(TestContext.CurrentContext.CancellationToken, arguments);

        Assert.That(exitCode, Is.EqualTo(1), output);
        Assert.That(output, Does.Contain(expected));
    }
}
