using AmqpBroker.Core.Exchanges;
using AmqpBroker.Core.VirtualHosts;

namespace AmqpBroker.Core.Statistics;

/// <summary>What one channel has published to one exchange. Confined to the channel's input loop; others read it, each figure by itself.</summary>
public sealed class PublishCounter
{
    private long _published;
    private long _routed;
    private long _returned;
    private long _dropped;

    internal PublishCounter(VirtualHost virtualHost, Exchange exchange)
    {
        VirtualHost = virtualHost;
        Exchange = exchange;
    }

    /// <summary>Where the exchange is.</summary>
    public VirtualHost VirtualHost { get; }

    /// <summary>The exchange.</summary>
    public Exchange Exchange { get; }

    /// <summary>Messages published.</summary>
    public long Published => Volatile.Read(ref _published);

    /// <summary>How often they were routed to a queue.</summary>
    public long Routed => Volatile.Read(ref _routed);

    /// <summary>Those returned, since no queue would get them.</summary>
    public long Returned => Volatile.Read(ref _returned);

    /// <summary>Those dropped for that.</summary>
    public long Dropped => Volatile.Read(ref _dropped);

    /// <summary>What has been added to the sums of others. Guarded by the statistics.</summary>
    internal long[] Collected { get; } = new long[4];

    /// <summary>Counts messages that went by one route.</summary>
    public void Count(int messages, int queues)
    {
        _published += messages;
        _routed += (long)messages * queues;
    }

    /// <summary>Counts a message that no queue gets; it has not been counted as published.</summary>
    public void CountUnroutable(bool isReturned)
    {
        _published++;
        CountNotRouted(isReturned);
    }

    /// <summary>As <see cref="CountUnroutable"/>, of a message that is counted as published.</summary>
    public void CountNotRouted(bool isReturned)
    {
        if (isReturned)
        {
            _returned++;
        }
        else
        {
            _dropped++;
        }
    }
}
