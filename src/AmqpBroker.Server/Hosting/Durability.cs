namespace AmqpBroker.Server.Hosting;

/// <summary>What a confirm of a persistent message promises.</summary>
public enum Durability
{
    /// <summary>On disk: survives the loss of power.</summary>
    Fsync = 0,

    /// <summary>With the operating system: survives the end of the broker's process, not of the machine.</summary>
    Os = 1,
}
