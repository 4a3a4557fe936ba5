namespace AmqpBroker.Core;

/// <summary>Something to be done once the broker's data is there, before any client is let in.</summary>
public interface IBrokerStartup
{
    /// <summary>Does it. What it throws stops the start.</summary>
    Task RunAsync(CancellationToken cancellationToken);
}
