namespace AmqpBroker.Core.Queues;

/// <summary>What becomes of a delivered message.</summary>
public enum SettleOutcome
{
    /// <summary>Done with: basic.ack.</summary>
    Acknowledge,

    /// <summary>Done with, without anyone having acknowledged it: got by a basic.get that needs no acknowledgement.</summary>
    Forget,

    /// <summary>Back to its original place, flagged redelivered: basic.nack, reject or recover with requeue, or its channel ended.</summary>
    Requeue,

    /// <summary>Refused for good: basic.nack or reject without requeue.</summary>
    Reject,
}
