namespace AmqpBroker.Core.Tests.Queues;

internal enum QueueCommandKind
{
    Publish,
    Get,
    Subscribe,

    /// <summary>The channel forgets a consumer and takes it off the queue, as basic.cancel does.</summary>
    Cancel,

    /// <summary>The channel forgets a consumer, and the queue has not been told yet.</summary>
    Forget,
    Settle,
    Block,
    Unblock,
    SetWindow,
    Purge,

    /// <summary>Time goes by, in milliseconds.</summary>
    Wait,

    /// <summary>All consumers of a channel go, and what it holds comes back.</summary>
    CloseChannel,
    Delete,
}
