using AmqpBroker.TestKit.Processes;

namespace AmqpBroker.CrashTests.Support;

/// <summary>Restarts a broker in the way a test is about.</summary>
internal static class EndingExtensions
{
    public static async Task RestartAsync(this BrokerProcess broker, Ending ending, CancellationToken cancellationToken)
    {
        if (ending == Ending.Killed)
        {
            await broker.KillAsync(cancellationToken);
        }
        else
        {
            await broker.StopAsync(cancellationToken);
        }

        await broker.StartAgainAsync(cancellationToken);
    }
}
