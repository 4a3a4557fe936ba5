using AmqpBroker.TestKit.Processes;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace AmqpBroker.CrashTests.Storm;

/// <summary>The broker as the storm's clients see it: there, or gone until it is there again.</summary>
internal sealed class StormBroker(BrokerProcess process)
{
    private static readonly TimeSpan NetworkPatience = TimeSpan.FromSeconds(15);

    private volatile TaskCompletionSource _isUp = CreateUp();
    private int _kills;
    private int _sessions;

    public int Kills => Volatile.Read(ref _kills);

    public async Task KillAndStartAgainAsync(CancellationToken cancellationToken)
    {
        _isUp = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Interlocked.Increment(ref _kills);
        await process.KillAsync(cancellationToken);
        await process.StartAgainAsync(cancellationToken);
        _isUp.SetResult();
    }

    /// <summary>Connects as soon as the broker is there, however often it is killed in between.</summary>
    public async Task<(IConnection Connection, StormSession Session)> ConnectAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            await _isUp.Task.WaitAsync(cancellationToken);
            var generation = Kills;
            try
            {
                var connection = await CreateFactory().CreateConnectionAsync(cancellationToken);
                if (generation == Kills)
                {
                    return (connection, new StormSession(Interlocked.Increment(ref _sessions), generation));
                }

                await connection.DisposeAsync();
            }
            catch (Exception killed) when (IsLostConnection(killed))
            {
                cancellationToken.ThrowIfCancellationRequested();
            }
        }
    }

    /// <summary>Whether this is how a client notices that its broker was killed.</summary>
    public static bool IsLostConnection(Exception error) =>
        error is BrokerUnreachableException or OperationInterruptedException or IOException or TimeoutException
            or ObjectDisposedException or OperationCanceledException;

    private static TaskCompletionSource CreateUp()
    {
        var up = new TaskCompletionSource();
        up.SetResult();
        return up;
    }

    private ConnectionFactory CreateFactory() => new()
    {
        HostName = process.Endpoint.Host,
        Port = process.Port,
        UserName = process.Endpoint.User,
        Password = process.Endpoint.Password,
        AutomaticRecoveryEnabled = false,
        RequestedConnectionTimeout = NetworkPatience,
        ContinuationTimeout = NetworkPatience,
    };
}
