namespace AmqpBroker.Storage.WriteAhead;

/// <summary>A task that ends when its position is durable, or the log is closed before.</summary>
internal sealed class DurabilityTask() : TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously), IDurabilityWaiter
{
    public void OnDurable(long durableLsn) => TrySetResult();
}
