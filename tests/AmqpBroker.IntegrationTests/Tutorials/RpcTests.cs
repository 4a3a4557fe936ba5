using System.Globalization;
using System.Text;
using AmqpBroker.IntegrationTests.Support;
using NUnit.Framework;
using RabbitMQ.Client;

namespace AmqpBroker.IntegrationTests.Tutorials;

public sealed class RpcTests
{
    [Test]
    [CancelAfter(Deadline.Normal)]
    public Task Answers_find_their_callers_by_reply_queue_and_correlation_id(CancellationToken cancellationToken) =>
        CallAsync(caller => caller.DeclareQueueAsync(cancellationToken), cancellationToken);

    [Test]
    [CancelAfter(Deadline.Normal)]
    public Task Answers_find_their_callers_without_a_queue(CancellationToken cancellationToken) =>
        CallAsync(_ => Task.FromResult("amq.rabbitmq.reply-to"), cancellationToken);

    private static async Task CallAsync(Func<TestClient, Task<string>> chooseReplyToAsync, CancellationToken cancellationToken)
    {
        await using var server = await TestClient.ConnectAsync(cancellationToken);
        await using var caller = await TestClient.ConnectAsync(cancellationToken);
        var requests = await server.DeclareSharedQueueAsync(cancellationToken);
        var serverInbox = await server.ConsumeAsync(requests, cancellationToken);
        var serving = ServeAsync(server, serverInbox, calls: 20, cancellationToken);
        var replies = await chooseReplyToAsync(caller);
        var callerInbox = await caller.ConsumeAsync(replies, cancellationToken);

        foreach (var n in Enumerable.Range(0, 20))
        {
            var properties = new BasicProperties { ReplyTo = replies, CorrelationId = $"call-{n}" };
            await caller.Channel.BasicPublishAsync(
                string.Empty, requests, mandatory: true, properties, Encoding.UTF8.GetBytes($"{n}"), cancellationToken);
        }

        await serving;
        foreach (var n in Enumerable.Range(0, 20))
        {
            var reply = await callerInbox.NextAsync(cancellationToken);
            Assert.That((reply.Properties.CorrelationId, reply.Text), Is.EqualTo(($"call-{n}", $"{Fibonacci(n)}")));
        }
    }

    private static async Task ServeAsync(TestClient server, Inbox inbox, int calls, CancellationToken cancellationToken)
    {
        for (var served = 0; served < calls; served++)
        {
            var request = await inbox.NextAsync(cancellationToken);
            var answer = Fibonacci(int.Parse(request.Text, CultureInfo.InvariantCulture));
            var properties = new BasicProperties { CorrelationId = request.Properties.CorrelationId };
            await server.Channel.BasicPublishAsync(
                string.Empty,
                request.Properties.ReplyTo!,
                mandatory: true,
                properties,
                Encoding.UTF8.GetBytes($"{answer}"),
                cancellationToken);
        }
    }

    private static int Fibonacci(int n) => n < 2 ? n : Fibonacci(n - 1) + Fibonacci(n - 2);
}
