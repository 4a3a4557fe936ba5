namespace AmqpBroker.Core.Alarms;

/// <summary>Why publishers must wait.</summary>
[Flags]
public enum AlarmCauses
{
    /// <summary>They need not.</summary>
    None = 0,

    /// <summary>The process takes more memory than it may.</summary>
    Memory = 1,

    /// <summary>Less is free on the disk than must be.</summary>
    DiskSpace = 2,

    /// <summary>The disk refuses what is written.</summary>
    DiskFailure = 4,
}
