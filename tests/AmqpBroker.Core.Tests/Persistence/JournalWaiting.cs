using AmqpBroker.Core.Persistence;
using AmqpBroker.Storage.WriteAhead;

namespace AmqpBroker.Core.Tests.Persistence;

/// <summary>Waits as a publisher does.</summary>
internal static class JournalWaiting
{
    public static Task WaitUntilSafeAsync(this MessageJournal journal, long lsn)
    {
        var waiter = new Waiter();
        journal.NotifyWhenDurable(lsn, waiter);
        return waiter.Task;
    }

    private sealed class Waiter() : TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously), IDurabilityWaiter
    {
        public void OnDurable(long durableLsn) => TrySetResult();
    }
}
