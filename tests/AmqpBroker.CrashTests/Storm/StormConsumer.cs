using RabbitMQ.Client;

namespace AmqpBroker.CrashTests.Storm;

/// <summary>Consumes one queue with acknowledgements, connecting again whenever the broker was killed.</summary>
/// <param name="queue">The queue.</param>
/// <param name="habit">How it acknowledges.</param>
/// <param name="every">Takes part after each kill, or only after every so-manieth.</param>
/// <param name="broker">The broker.</param>
/// <param name="ledger">Where all is noted.</param>
internal sealed class StormConsumer(string queue, AckHabit habit, int every, StormBroker broker, StormLedger ledger)
{
    private const ushort Prefetch = 100;

    public async Task RunAsync(CancellationToken stopping, CancellationToken cancellationToken)
    {
        while (!stopping.IsCancellationRequested)
        {
            var (connection, session) = await broker.ConnectAsync(cancellationToken);
            await using (connection)
            {
                try
                {
                    await ConsumeAsync(connection, session, stopping, cancellationToken);
                }
                catch (Exception killed) when (StormBroker.IsLostConnection(killed))
                {
                    cancellationToken.ThrowIfCancellationRequested();
                }
            }
        }
    }

    private async Task ConsumeAsync(
        IConnection connection, StormSession session, CancellationToken stopping, CancellationToken cancellationToken)
    {
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        connection.ConnectionShutdownAsync += (_, _) =>
        {
            ended.TrySetResult();
            return Task.CompletedTask;
        };
        await using var stop = stopping.Register(() => ended.TrySetResult());
        await using var channel = await connection.CreateChannelAsync(cancellationToken: cancellationToken);
        if (session.Generation % every == every - 1)
        {
            await channel.BasicQosAsync(0, Prefetch, global: false, cancellationToken);
            var inbox = new StormInbox(channel, queue, habit, session, ledger);
            await channel.BasicConsumeAsync(queue, autoAck: false, inbox, cancellationToken);
        }

        await ended.Task.WaitAsync(cancellationToken);
    }
}
