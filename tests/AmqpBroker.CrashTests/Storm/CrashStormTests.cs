using System.Globalization;
using AmqpBroker.CrashTests.Support;
using AmqpBroker.TestKit.Processes;
using NUnit.Framework;

namespace AmqpBroker.CrashTests.Storm;

/// <summary>Publishers and consumers against a broker that is killed again and again.</summary>
/// <remarks>
/// AMQPBROKER_CRASH_KILLS says how often (10), AMQPBROKER_CRASH_SEED gives the moments of an earlier run again.
/// </remarks>
public sealed class CrashStormTests
{
    private const int Publishers = 3;
    private const int ShortestLife = 200;
    private const int LongestLife = 1500;

    private static readonly int Kills = ReadSetting("AMQPBROKER_CRASH_KILLS") ?? 10;

    [Test]
    [CancelAfter(Deadline.Storm)]
    [Category("Chaos")]
    public async Task No_confirmed_message_is_lost_by_kills(CancellationToken cancellationToken)
    {
        var seed = ReadSetting("AMQPBROKER_CRASH_SEED") ?? Random.Shared.Next();
        await TestContext.Progress.WriteLineAsync($"Crash storm: {Kills} kills, seed {seed}");

        // Little memory, so that the backlog goes to disk and comes back.
        await using var process = await BrokerProcess.StartAsync(cancellationToken, "--Storage:MemoryLimit=16MiB");
        await DeclareAsync(process, cancellationToken);
        var broker = new StormBroker(process);
        var ledger = new StormLedger(Publishers);

        await StormAsync(broker, ledger, new Random(seed), cancellationToken);
        await broker.KillAndStartAgainAsync(cancellationToken);
        await Task.WhenAll(StormRoute.AllQueues.Select(queue => StormDrain.RunAsync(broker, queue, ledger, cancellationToken)));

        await TestContext.Progress.WriteLineAsync($"Crash storm: {broker.Kills} kills, {ledger}");
        Assert.That(ledger.Conclude(), Is.Empty, $"seed {seed}; the broker wrote since its last start:\n{process.Output}");
    }

    /// <summary>All kills but the last, which comes when the clients have gone.</summary>
    private static async Task StormAsync(StormBroker broker, StormLedger ledger, Random random, CancellationToken cancellationToken)
    {
        using var stopping = new CancellationTokenSource();
        List<Task> clients = [.. StartConsumers(broker, ledger, stopping.Token, cancellationToken)];
        for (var number = 0; number < Publishers; number++)
        {
            clients.Add(new StormPublisher(number, broker, ledger).RunAsync(stopping.Token, cancellationToken));
        }

        for (var kill = 1; kill < Kills; kill++)
        {
            await Task.Delay(random.Next(ShortestLife, LongestLife), cancellationToken);
            await broker.KillAndStartAgainAsync(cancellationToken);
        }

        await Task.Delay(random.Next(ShortestLife, LongestLife), cancellationToken);
        await stopping.CancelAsync();
        await Task.WhenAll(clients);
    }

    private static IEnumerable<Task> StartConsumers(
        StormBroker broker, StormLedger ledger, CancellationToken stopping, CancellationToken cancellationToken)
    {
        StormConsumer[] consumers =
        [
            new(StormRoute.Direct, AckHabit.AtOnce, every: 1, broker, ledger),
            new(StormRoute.First, AckHabit.RequeuingSome, every: 1, broker, ledger),
            new(StormRoute.First, AckHabit.AtOnce, every: 2, broker, ledger),
            new(StormRoute.Second, AckHabit.LateInMultiples, every: 1, broker, ledger),
            new(StormRoute.Backlog, AckHabit.RequeuingSome, every: 4, broker, ledger),
            new(StormRoute.Backlog, AckHabit.LateInMultiples, every: 4, broker, ledger),
        ];
        return consumers.Select(consumer => consumer.RunAsync(stopping, cancellationToken));
    }

    private static async Task DeclareAsync(BrokerProcess process, CancellationToken cancellationToken)
    {
        await using var client = await BrokerClient.ConnectAsync(process, cancellationToken);
        await StormRoute.DeclareAllAsync(client.Channel, cancellationToken);
    }

    private static int? ReadSetting(string name) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : null;
}
