using AmqpBroker.IntegrationTests.Support;
using NUnit.Framework;

namespace AmqpBroker.IntegrationTests.Foreign;

/// <summary>Debian's amqp-tools, built on the C library.</summary>
public sealed class AmqpToolsTests
{
    private readonly string _queue = Unique.Name("tools");

    [TearDown]
    public Task DeleteQueueAsync() => RunAsync("amqp-delete-queue", CancellationToken.None, "-q", _queue);

    [Test]
    [CancelAfter(Deadline.Normal)]
    public async Task A_queue_is_declared_and_deleted_with_what_it_holds(CancellationToken cancellationToken)
    {
        var declared = await RunAsync("amqp-declare-queue", cancellationToken, "-q", _queue);
        await RunAsync("amqp-publish", cancellationToken, "-r", _queue, "-b", "one");
        await RunAsync("amqp-publish", cancellationToken, "-r", _queue, "-b", "two", "-p");

        var deleted = await RunAsync("amqp-delete-queue", cancellationToken, "-q", _queue);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(declared, Is.EqualTo((0, _queue)));
            Assert.That(deleted, Is.EqualTo((0, "2")));
        }
    }

    [Test]
    [CancelAfter(Deadline.Normal)]
    public async Task A_published_message_is_got_once(CancellationToken cancellationToken)
    {
        await RunAsync("amqp-declare-queue", cancellationToken, "-q", _queue);
        await RunAsync("amqp-publish", cancellationToken, "-r", _queue, "-b", "hello");

        var got = await RunAsync("amqp-get", cancellationToken, "-q", _queue);
        var (exitCodeWhenEmpty, _) = await RunAsync("amqp-get", cancellationToken, "-q", _queue);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(got, Is.EqualTo((0, "hello")));
            Assert.That(exitCodeWhenEmpty, Is.EqualTo(2));
        }
    }

    [TestCase("-A", Description = "without acknowledgements")]
    [TestCase("-p1", Description = "with acknowledgements, one at a time")]
    [CancelAfter(Deadline.Normal)]
    public async Task Messages_are_consumed_in_order(string option, CancellationToken cancellationToken)
    {
        await RunAsync("amqp-declare-queue", cancellationToken, "-q", _queue, "-d");
        string[] publish = ["-u", SharedBroker.Endpoint.Uri.OriginalString, "-l", "-r", _queue];
        await ForeignClient.RunAsync("amqp-publish", publish, cancellationToken, input: "first\nsecond\nthird\n");

        var consumed = await RunAsync("amqp-consume", cancellationToken, "-q", _queue, option, "-c", "3", "cat");

        Assert.That(consumed, Is.EqualTo((0, "first\nsecond\nthird")));
    }

    [Test]
    [CancelAfter(Deadline.Normal)]
    public async Task A_missing_exchange_is_reported(CancellationToken cancellationToken)
    {
        var (exitCode, output) = await RunAsync("amqp-publish", cancellationToken, "-e", "missing", "-r", "key", "-b", "lost");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(exitCode, Is.EqualTo(1));
            Assert.That(output, Does.Contain("server channel error 404, message: NOT_FOUND - no exchange 'missing' in vhost '/'"));
        }
    }

    private static Task<(int ExitCode, string Output)> RunAsync(
        string tool, CancellationToken cancellationToken, params string[] arguments) =>
        ForeignClient.RunAsync(tool, ["-u", SharedBroker.Endpoint.Uri.OriginalString, .. arguments], cancellationToken);
}
