using AmqpBroker.IntegrationTests.Support;
using NUnit.Framework;
using RabbitMQ.Client;

namespace AmqpBroker.IntegrationTests.Topology;

public sealed class HeadersExchangeTests
{
    private static readonly Dictionary<string, Dictionary<string, object?>> Messages = new()
    {
        ["both"] = new() { ["format"] = "pdf", ["pages"] = 3 },
        ["wide"] = new() { ["format"] = "pdf", ["pages"] = 3L },
        ["format"] = new() { ["format"] = "pdf" },
        ["other"] = new() { ["format"] = "zip", ["pages"] = 3 },
        ["text"] = new() { ["format"] = "pdf", ["pages"] = "3" },
        ["none"] = [],
    };

    [TestCase("all", "both wide")]
    [TestCase(null, "both wide")]
    [TestCase("any", "both wide format other text")]
    [CancelAfter(Deadline.Normal)]
    public async Task Headers_match_by_value(string? match, string expected, CancellationToken cancellationToken)
    {
        var arguments = new Dictionary<string, object?> { ["format"] = "pdf", ["pages"] = 3 };

        var matched = await MatchAsync(match, arguments, cancellationToken);

        Assert.That(string.Join(' ', matched), Is.EqualTo(expected));
    }

    [Test]
    [CancelAfter(Deadline.Normal)]
    public async Task An_empty_value_asks_only_for_the_header(CancellationToken cancellationToken)
    {
        var arguments = new Dictionary<string, object?> { ["pages"] = null };

        var matched = await MatchAsync("all", arguments, cancellationToken);

        Assert.That(string.Join(' ', matched), Is.EqualTo("both wide other text"));
    }

    [TestCase("all", "both wide format other text none")]
    [TestCase("any", "")]
    [CancelAfter(Deadline.Normal)]
    public async Task Headers_for_the_exchange_itself_are_not_compared(
        string match, string expected, CancellationToken cancellationToken)
    {
        var arguments = new Dictionary<string, object?> { ["x-ignored"] = "whatever" };

        var matched = await MatchAsync(match, arguments, cancellationToken);

        Assert.That(string.Join(' ', matched), Is.EqualTo(expected));
    }

    [Test]
    [CancelAfter(Deadline.Normal)]
    public async Task An_unknown_way_of_matching_is_refused(CancellationToken cancellationToken)
    {
        await using var client = await TestClient.ConnectAsync(cancellationToken);
        var queue = await client.DeclareQueueAsync(cancellationToken);
        var arguments = new Dictionary<string, object?> { ["x-match"] = "foo" };

        await ClosingReason.OfAsync(
            channel => channel.QueueBindAsync(queue, "amq.headers", string.Empty, arguments, cancellationToken: cancellationToken),
            406,
            "PRECONDITION_FAILED - Invalid x-match field value <<\"foo\">>; expected all, any, all-with-x, or any-with-x",
            client,
            cancellationToken);
    }

    /// <summary>Publishes all messages; returns the names of those that a queue bound with the arguments got.</summary>
    private static async Task<List<string>> MatchAsync(
        string? match, Dictionary<string, object?> arguments, CancellationToken cancellationToken)
    {
        if (match is not null)
        {
            arguments["x-match"] = match;
        }

        await using var client = await TestClient.ConnectAsync(cancellationToken);
        var exchange = await client.DeclareExchangeAsync(ExchangeType.Headers, cancellationToken);
        var queue = await client.DeclareQueueAsync(cancellationToken);
        await client.Channel.QueueBindAsync(queue, exchange, string.Empty, arguments, cancellationToken: cancellationToken);
        foreach (var (name, headers) in Messages)
        {
            var properties = new BasicProperties { Headers = headers };
            var body = System.Text.Encoding.UTF8.GetBytes(name);
            await client.Channel.BasicPublishAsync(exchange, "ignored", mandatory: false, properties, body, cancellationToken);
        }

        return await client.DrainAsync(queue, cancellationToken);
    }
}
