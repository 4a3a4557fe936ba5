using AmqpBroker.IntegrationTests.Support;
using AmqpBroker.TestKit;
using NUnit.Framework;

namespace AmqpBroker.IntegrationTests.Foreign;

/// <summary>Client libraries of other languages, each playing the scenarios of tests/clients.</summary>
[TestFixture("/usr/bin/python3", "python/pika_client.py", TestName = "pika")]
[TestFixture("/usr/bin/python3", "python/py_amqp_client.py", TestName = "py-amqp")]
[TestFixture("node", "node/amqplib_client.js", TestName = "amqplib")]
public sealed class LibraryTests(string interpreter, string script)
{
    [Test]
    [CancelAfter(Deadline.Normal)]
    public async Task Confirmed_messages_are_consumed_in_order_and_acknowledged(CancellationToken cancellationToken)
    {
        var output = await PlayAsync("publish-and-consume", cancellationToken);

        var expected = Enumerable.Range(0, 10).Select(n => $"message {n}").Append("left: 0");
        Assert.That(output.Split('\n'), Is.EqualTo(expected));
    }

    [Test]
    [CancelAfter(Deadline.Normal)]
    public async Task A_missing_exchange_is_reported(CancellationToken cancellationToken)
    {
        var output = await PlayAsync("missing-exchange", cancellationToken);

        Assert.That(output, Does.StartWith("404").And.Contain("NOT_FOUND - no exchange 'missing' in vhost '/'"));
    }

    [Test]
    [CancelAfter(Deadline.Normal)]
    public async Task A_message_that_no_queue_takes_is_returned(CancellationToken cancellationToken)
    {
        var output = await PlayAsync("unroutable", cancellationToken);

        Assert.That(output, Is.EqualTo("312 NO_ROUTE back"));
    }

    [Test]
    [CancelAfter(Deadline.Normal)]
    public async Task Replies_come_without_a_queue(CancellationToken cancellationToken)
    {
        var output = await PlayAsync("direct-reply", cancellationToken);

        Assert.That(output.Split('\n'), Is.EqualTo(Enumerable.Range(0, 10).Select(n => $"answer {n} to question {n}")));
    }

    private async Task<string> PlayAsync(string scenario, CancellationToken cancellationToken)
    {
        var path = RepositoryRoot.Path("tests", "clients", script);
        var uri = SharedBroker.Endpoint.Uri.OriginalString;
        var (exitCode, output) = await ForeignClient.RunAsync(interpreter, [path, uri, scenario], cancellationToken);
        Assert.That(exitCode, Is.Zero, output);
        return output;
    }
}
