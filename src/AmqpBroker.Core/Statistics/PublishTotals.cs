namespace AmqpBroker.Core.Statistics;

/// <summary>What a channel has published to all exchanges.</summary>
/// <param name="Published">Messages.</param>
/// <param name="Returned">Those returned, since no queue would get them.</param>
/// <param name="Dropped">Those dropped for that.</param>
public readonly record struct PublishTotals(long Published, long Returned, long Dropped)
{
    internal PublishTotals Plus(PublishCounter counter) =>
        new(Published + counter.Published, Returned + counter.Returned, Dropped + counter.Dropped);
}
