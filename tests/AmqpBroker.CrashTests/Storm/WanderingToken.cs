using System.Globalization;
using NUnit.Framework;
using RabbitMQ.Client;

namespace AmqpBroker.CrashTests.Storm;

/// <summary>
/// A number in a queue of its own. Each transaction acknowledges it, notes it in two other queues, and publishes the next: so there is
/// always one, and the notes agree.
/// </summary>
internal sealed class WanderingToken(int number, StormBroker broker)
{
    // So that a record takes several pages, which a kill may come between.
    private static readonly byte[] Padding = new byte[10_000];

    private readonly string _token = $"token.{number}";
    private readonly string[] _notes = [$"left.{number}", $"right.{number}"];
    private int _committed;

    public async Task BeginAsync(CancellationToken cancellationToken)
    {
        await using var connection = (await broker.ConnectAsync(cancellationToken)).Connection;
        await using var channel = await connection.CreateChannelAsync(cancellationToken: cancellationToken);
        foreach (var queue in _notes.Append(_token))
        {
            await channel.QueueDeclareAsync(queue, durable: true, exclusive: false, autoDelete: false, cancellationToken: cancellationToken);
        }

        await channel.TxSelectAsync(cancellationToken);
        await PublishAsync(channel, _token, 0, cancellationToken);
        await channel.TxCommitAsync(cancellationToken);
    }

    /// <summary>Commits one transaction after the other, connecting again whenever the broker has been killed.</summary>
    public async Task WanderAsync(CancellationToken stopping, CancellationToken cancellationToken)
    {
        while (!stopping.IsCancellationRequested)
        {
            var (connection, _) = await broker.ConnectAsync(cancellationToken);
            await using (connection)
            {
                try
                {
                    await using var channel = await connection.CreateChannelAsync(cancellationToken: cancellationToken);
                    await channel.TxSelectAsync(cancellationToken);
                    while (!stopping.IsCancellationRequested)
                    {
                        await StepAsync(channel, cancellationToken);
                    }
                }
                catch (Exception killed) when (StormBroker.IsLostConnection(killed))
                {
                    cancellationToken.ThrowIfCancellationRequested();
                }
            }
        }
    }

    public async Task AssertWholeAsync(CancellationToken cancellationToken)
    {
        await using var connection = (await broker.ConnectAsync(cancellationToken)).Connection;
        await using var channel = await connection.CreateChannelAsync(cancellationToken: cancellationToken);
        var tokens = await DrainAsync(channel, _token, cancellationToken);
        var left = await DrainAsync(channel, _notes[0], cancellationToken);
        var right = await DrainAsync(channel, _notes[1], cancellationToken);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(tokens, Has.Count.EqualTo(1));
            Assert.That(tokens[0], Is.InRange(_committed, _committed + 1), "what is committed is there");
            Assert.That(left, Is.EqualTo(Enumerable.Range(0, tokens[0])));
            Assert.That(right, Is.EqualTo(left));
            Assert.That(_committed, Is.GreaterThan(0), "something was committed");
        }
    }

    private async Task StepAsync(IChannel channel, CancellationToken cancellationToken)
    {
        var got = await channel.BasicGetAsync(_token, autoAck: false, cancellationToken);
        Assert.That(got, Is.Not.Null, "the token is there");
        var current = NumberOf(got!);
        Assert.That(current, Is.InRange(_committed, _committed + 1), "what is committed is there");

        // A commit whose answer was lost counts once its effect has been seen: the answer to the next may be lost, too.
        _committed = current;
        await channel.BasicAckAsync(got!.DeliveryTag, multiple: false, cancellationToken);
        foreach (var queue in _notes)
        {
            await PublishAsync(channel, queue, current, cancellationToken);
        }

        await PublishAsync(channel, _token, current + 1, cancellationToken);
        await channel.TxCommitAsync(cancellationToken);
        _committed = current + 1;
    }

    private static ValueTask PublishAsync(IChannel channel, string queue, int value, CancellationToken cancellationToken) =>
        channel.BasicPublishAsync(
            string.Empty, queue, mandatory: true, new BasicProperties { Persistent = true, MessageId = $"{value}" }, Padding, cancellationToken);

    private static async Task<List<int>> DrainAsync(IChannel channel, string queue, CancellationToken cancellationToken)
    {
        var values = new List<int>();
        while (await channel.BasicGetAsync(queue, autoAck: true, cancellationToken) is { } got)
        {
            values.Add(NumberOf(got));
        }

        return values;
    }

    private static int NumberOf(BasicGetResult got) => int.Parse(got.BasicProperties.MessageId!, CultureInfo.InvariantCulture);
}
