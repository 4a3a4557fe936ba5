namespace AmqpBroker.CrashTests.Storm;

/// <summary>How a consumer settles what it receives.</summary>
internal enum AckHabit
{
    /// <summary>Each message as it comes.</summary>
    AtOnce,

    /// <summary>Many with one acknowledgement.</summary>
    LateInMultiples,

    /// <summary>Each as it comes, but now and then one goes back into the queue.</summary>
    RequeuingSome,
}
