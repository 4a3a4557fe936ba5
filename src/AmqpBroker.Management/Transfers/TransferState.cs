namespace AmqpBroker.Management.Transfers;

/// <summary>How a transfer stands.</summary>
internal enum TransferState
{
    Running,
    Done,
    Cancelled,
    Failed,
}
