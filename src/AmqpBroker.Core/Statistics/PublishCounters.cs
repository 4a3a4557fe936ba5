using AmqpBroker.Core.Exchanges;
using AmqpBroker.Core.VirtualHosts;

namespace AmqpBroker.Core.Statistics;

/// <summary>What one channel has published, by exchange. Confined to the channel's input loop, but for reading.</summary>
public sealed class PublishCounters(VirtualHost virtualHost)
{
    /// <summary>Exchanges told apart: a channel may use new ones for ever.</summary>
    private const int Capacity = 256;

    private volatile PublishCounter[] _counters = [];
    private PublishTotals _former;

    /// <summary>One for each exchange in use.</summary>
    public IReadOnlyList<PublishCounter> All => _counters;

    /// <summary>All together.</summary>
    public PublishTotals Totals
    {
        get
        {
            var totals = _former;
            foreach (var counter in _counters)
            {
                totals = totals.Plus(counter);
            }

            return totals;
        }
    }

    /// <summary>The counter for an exchange.</summary>
    /// <param name="exchange">The exchange.</param>
    /// <param name="isAnew">Whether those given out before are not to be used any more.</param>
    public PublishCounter For(Exchange exchange, out bool isAnew)
    {
        isAnew = false;
        foreach (var known in _counters)
        {
            if (ReferenceEquals(known.Exchange, exchange))
            {
                return known;
            }
        }

        if (_counters.Length == Capacity)
        {
            virtualHost.Statistics.Collect(_counters);
            _former = Totals;
            _counters = [];
            isAnew = true;
        }

        var counter = new PublishCounter(virtualHost, exchange);
        _counters = [.. _counters, counter];
        return counter;
    }
}
