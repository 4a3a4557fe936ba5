namespace AmqpBroker.Core.Queues;

/// <summary>Whether someone hands out a queue's messages at this moment. Changed by interlocked operations only.</summary>
internal enum DispatcherState
{
    /// <summary>Nobody: whoever makes work possible next becomes the dispatcher.</summary>
    None,

    /// <summary>The dispatcher looks, or delivers what it saw when it looked.</summary>
    Looking,

    /// <summary>More work may have become possible since the dispatcher's last look: it must look again before it goes.</summary>
    AskedAgain,
}
