using AmqpBroker.CrashTests.Support;
using AmqpBroker.TestKit.Processes;
using NUnit.Framework;

namespace AmqpBroker.CrashTests.Storm;

/// <summary>Transactions over several queues against a broker that is killed again and again.</summary>
public sealed class TransactionStormTests
{
    private const int Wanderers = 3;
    private const int Kills = 6;

    [Test]
    [CancelAfter(Deadline.Normal)]
    [Category("Chaos")]
    public async Task A_commit_survives_a_kill_as_a_whole_or_not_at_all(CancellationToken cancellationToken)
    {
        await using var process = await BrokerProcess.StartAsync(cancellationToken);
        var broker = new StormBroker(process);
        var wanderers = Enumerable.Range(0, Wanderers).Select(number => new WanderingToken(number, broker)).ToList();
        await Task.WhenAll(wanderers.Select(token => token.BeginAsync(cancellationToken)));

        using var stopping = new CancellationTokenSource();
        var wandering = Task.WhenAll(wanderers.Select(token => token.WanderAsync(stopping.Token, cancellationToken)));
        for (var kill = 0; kill < Kills; kill++)
        {
            await Task.Delay(Random.Shared.Next(100, 800), cancellationToken);
            await broker.KillAndStartAgainAsync(cancellationToken);
        }

        await stopping.CancelAsync();
        await wandering;
        await Task.WhenAll(wanderers.Select(token => token.AssertWholeAsync(cancellationToken)));
    }
}
