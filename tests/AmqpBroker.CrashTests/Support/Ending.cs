namespace AmqpBroker.CrashTests.Support;

/// <summary>How a broker ends before it is started again.</summary>
public enum Ending
{
    /// <summary>SIGTERM.</summary>
    Stopped,

    /// <summary>SIGKILL.</summary>
    Killed,
}
