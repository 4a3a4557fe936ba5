using AmqpBroker.Storage.WriteAhead;

namespace AmqpBroker.Storage.Tests.WriteAhead;

/// <summary>Keeps what it was told, in the order of a list shared with others.</summary>
internal sealed class RecordingWaiter(int number, List<(int Number, long DurableLsn)> calls) : IDurabilityWaiter
{
    public void OnDurable(long durableLsn)
    {
        lock (calls)
        {
            calls.Add((number, durableLsn));
        }
    }
}
