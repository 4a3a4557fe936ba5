namespace AmqpBroker.Core.Queues;

/// <summary>What becomes of a delivered message.</summary>
public enum SettleOutcome
{
    /// <summary>Done with: basic.ack, or sent to a consumer without acknowledgement.</summary>
    Acknowledge,

    /// <summary>Back to its original place, flagged redelivered: basic.nack, reject or recover with requeue, or its channel ended.</summary>
    Requeue,

    /// <summary>Refused for good: basic.nack or reject without requeue.</summary>
    Reject,

    /// <summary>Back to its original place as it was: it never reached the consumer.</summary>
    Undelivered,
}
