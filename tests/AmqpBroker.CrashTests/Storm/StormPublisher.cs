using RabbitMQ.Client;

namespace AmqpBroker.CrashTests.Storm;

/// <summary>Publishes one message after the other and never one twice: what was not confirmed may or may not arrive.</summary>
internal sealed class StormPublisher(int number, StormBroker broker, StormLedger ledger)
{
    private const int Window = 200;

    private static readonly CreateChannelOptions Confirming = new(
        publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: false);

    private readonly Lock _gate = new();

    /// <summary>Publishes until told to stop, then waits for what is not confirmed yet.</summary>
    public async Task RunAsync(CancellationToken stopping, CancellationToken cancellationToken)
    {
        while (!stopping.IsCancellationRequested)
        {
            var (connection, _) = await broker.ConnectAsync(cancellationToken);
            await using (connection)
            {
                try
                {
                    await PublishAsync(connection, stopping, cancellationToken);
                }
                catch (Exception killed) when (StormBroker.IsLostConnection(killed))
                {
                    cancellationToken.ThrowIfCancellationRequested();
                }
            }
        }
    }

    private async Task PublishAsync(IConnection connection, CancellationToken stopping, CancellationToken cancellationToken)
    {
        using var lost = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var window = new SemaphoreSlim(Window, Window);
        await using var channel = await connection.CreateChannelAsync(Confirming, cancellationToken);
        var unconfirmed = new SortedDictionary<ulong, StormMessage>();
        channel.ChannelShutdownAsync += (_, _) => lost.CancelAsync();
        channel.BasicAcksAsync += (_, ack) =>
        {
            Settle(unconfirmed, ack.DeliveryTag, ack.Multiple, window);
            return Task.CompletedTask;
        };
        channel.BasicNacksAsync += (_, nack) =>
        {
            ledger.Violated($"publisher {number}: basic.nack of {nack.DeliveryTag}");
            return Task.CompletedTask;
        };
        for (ulong tag = 1; !stopping.IsCancellationRequested; tag++)
        {
            await window.WaitAsync(lost.Token);
            var message = ledger.Next(number);
            lock (_gate)
            {
                unconfirmed.Add(tag, message);
            }

            var properties = new BasicProperties { Persistent = true, MessageId = message.Id };
            await channel.BasicPublishAsync(
                message.Route.Exchange, message.Route.RoutingKey, mandatory: false, properties, message.CreateBody(), lost.Token);
        }

        for (var taken = 0; taken < Window; taken++)
        {
            await window.WaitAsync(lost.Token);
        }
    }

    private void Settle(SortedDictionary<ulong, StormMessage> unconfirmed, ulong tag, bool isMultiple, SemaphoreSlim window)
    {
        List<StormMessage> confirmed;
        lock (_gate)
        {
            List<ulong> tags = isMultiple ? [.. unconfirmed.Keys.TakeWhile(key => key <= tag)] : [tag];
            confirmed = tags.ConvertAll(key => unconfirmed[key]);
            tags.ForEach(key => unconfirmed.Remove(key));
        }

        ledger.Confirmed(confirmed);
        if (confirmed.Count > 0)
        {
            window.Release(confirmed.Count);
        }
    }
}
