using AmqpBroker.Core.Policies;
using AmqpBroker.IntegrationTests.Support;
using AmqpBroker.Protocol.Fields;
using AmqpBroker.TestKit;
using NUnit.Framework;
using RabbitMQ.Client.Exceptions;

namespace AmqpBroker.IntegrationTests.Policies;

/// <summary>What a client sees of policies that come and go.</summary>
[OwnBroker("runs the broker inside the test's process")]
[CancelAfter(Deadline.Normal)]
public sealed class PolicyTests
{
    private static FieldEntry Setting(string name, long value) => new(name, FieldValue.From(value));

    private static FieldEntry Setting(string name, string value) => new(name, FieldValue.From(value));

    [Test]
    public async Task A_limit_trims_a_queue_that_is_there_and_is_gone_when_it_is_cleared(CancellationToken cancellationToken)
    {
        await using var broker = await EmbeddedBroker.StartAsync(directory: null, cancellationToken);
        await using var client = await broker.ConnectAsync(cancellationToken);
        var queue = await client.DeclareQueueAsync(cancellationToken);
        await client.PublishToQueueAsync(queue, ["1", "2", "3", "4", "5"], cancellationToken);

        await SetAsync(broker, Setting("max-length", 2));
        await client.WaitForReadyAsync(queue, 2, cancellationToken);
        await broker.VirtualHost.Policies.ClearAsync(PolicyKind.User, "p");
        await client.PublishToQueueAsync(queue, ["6", "7"], cancellationToken);

        Assert.That(await client.DrainAsync(queue, cancellationToken), Is.EqualTo(new[] { "4", "5", "6", "7" }));
    }

    [Test]
    public async Task A_time_to_live_ends_what_comes_from_now_on(CancellationToken cancellationToken)
    {
        await using var broker = await EmbeddedBroker.StartAsync(directory: null, cancellationToken);
        await using var client = await broker.ConnectAsync(cancellationToken);
        var queue = await client.DeclareQueueAsync(cancellationToken);
        await client.PublishToQueueAsync(queue, ["before"], cancellationToken);

        await SetAsync(broker, Setting("message-ttl", 1));
        await client.PublishToQueueAsync(queue, ["after"], cancellationToken);

        await client.WaitForReadyAsync(queue, 1, cancellationToken);
        Assert.That(await client.GetTextAsync(queue, cancellationToken), Is.EqualTo("before"));
    }

    [Test]
    public async Task A_publisher_finds_the_alternate_exchange_of_a_policy_at_once(CancellationToken cancellationToken)
    {
        await using var broker = await EmbeddedBroker.StartAsync(directory: null, cancellationToken);
        await using var client = await broker.ConnectAsync(cancellationToken);
        var exchange = await client.DeclareExchangeAsync("direct", cancellationToken);
        var queue = await client.DeclareBoundQueueAsync("amq.fanout", "", cancellationToken);

        var before = await IsRoutedAsync();
        await SetAsync(broker, Setting("alternate-exchange", "amq.fanout"));
        var set = await IsRoutedAsync();
        await broker.VirtualHost.Policies.ClearAsync(PolicyKind.User, "p");
        var cleared = await IsRoutedAsync();

        Assert.That((before, set, cleared), Is.EqualTo((false, true, false)));

        async Task<bool> IsRoutedAsync()
        {
            await client.PublishAsync(exchange, "nowhere", "text", cancellationToken);
            return (await client.DrainAsync(queue, cancellationToken)).Count == 1;
        }
    }

    [Test]
    public async Task What_is_confirmed_is_there_while_a_policy_that_refuses_comes_and_goes(CancellationToken cancellationToken)
    {
        await using var broker = await EmbeddedBroker.StartAsync(directory: null, cancellationToken);
        await using var client = await broker.ConnectAsync(cancellationToken);
        var queue = await client.DeclareQueueAsync(cancellationToken);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var toggling = ToggleAsync();

        var (confirmed, refused) = (0u, 0);
        for (var round = 0; round < 50 || refused == 0; round++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var publishes = Enumerable.Range(0, 100).Select(_ => IsTakenAsync()).ToArray();
            var taken = (await Task.WhenAll(publishes)).Count(isTaken => isTaken);
            confirmed += (uint)taken;
            refused += publishes.Length - taken;
        }

        await ended.CancelAsync();
        await toggling;
        Assert.That(await client.Channel.MessageCountAsync(queue, cancellationToken), Is.EqualTo(confirmed));

        async Task<bool> IsTakenAsync()
        {
            try
            {
                await client.PublishAsync("", queue, "text", cancellationToken);
                return true;
            }
            catch (PublishException)
            {
                return false;
            }
        }

        async Task ToggleAsync()
        {
            while (!ended.IsCancellationRequested)
            {
                await SetAsync(broker, Setting("max-length", 1), Setting("overflow", "reject-publish"));
                await Task.Yield();
                await broker.VirtualHost.Policies.ClearAsync(PolicyKind.User, "p");
                await Task.Yield();
            }
        }
    }

    [Test]
    public async Task Policies_hold_after_a_restart(CancellationToken cancellationToken)
    {
        using var directory = new TempDirectory();
        await using (var broker = await EmbeddedBroker.StartAsync(directory.FullName, cancellationToken))
        {
            await SetAsync(broker, Setting("max-length", 3));
            await broker.VirtualHost.Policies.SetAsync(PolicyKind.Operator, "o", Request(Setting("max-length", 2)));
            await using var client = await broker.ConnectAsync(cancellationToken);
            await client.Channel.QueueDeclareAsync("q", durable: true, exclusive: false, autoDelete: false, cancellationToken: cancellationToken);
        }

        await using (var broker = await EmbeddedBroker.StartAsync(directory.FullName, cancellationToken))
        {
            await using var client = await broker.ConnectAsync(cancellationToken);
            await client.PublishToQueueAsync("q", ["1", "2", "3", "4"], cancellationToken);
            await client.WaitForReadyAsync("q", 2, cancellationToken);

            Assert.That(await client.DrainAsync("q", cancellationToken), Is.EqualTo(new[] { "3", "4" }));
            Assert.That(
                broker.VirtualHost.Policies.List(PolicyKind.User).Concat(broker.VirtualHost.Policies.List(PolicyKind.Operator)).Select(policy => policy.Name),
                Is.EqualTo(new[] { "p", "o" }));
        }
    }

    private static PolicyRequest Request(params FieldEntry[] definition) =>
        new() { Pattern = FieldValue.From(""), Definition = FieldTable.Of(definition) };

    private static async Task SetAsync(EmbeddedBroker broker, params FieldEntry[] definition)
    {
        var outcome = await broker.VirtualHost.Policies.SetAsync(PolicyKind.User, "p", Request(definition));
        Assert.That(outcome.IsSet, Is.True, outcome.Text);
    }
}
