using AmqpBroker.Core.Clients;
using AmqpBroker.Core.Queues;
using AmqpBroker.Core.Statistics;
using AmqpBroker.Core.VirtualHosts;

namespace AmqpBroker.Server.Channels;

/// <summary>A channel as others see it: reads single words that its loop writes.</summary>
internal sealed class ChannelView(AmqpChannel channel) : IClientChannel
{
    /// <inheritdoc/>
    public IClientConnection Connection => channel.Connection.View;

    /// <inheritdoc/>
    public int Number => channel.Number;

    /// <inheritdoc/>
    public TimeSpan ConsumerTimeout => channel.Connection.Settings.ConsumerTimeout;

    /// <inheritdoc/>
    public VirtualHost VirtualHost => channel.VirtualHost;

    /// <inheritdoc/>
    public PublishCounters Publishes => channel.Publishing.Counters;

    /// <inheritdoc/>
    public StatHolder Statistics { get; } = new();

    /// <inheritdoc/>
    public ChannelCounters Counters => channel.Deliveries.Counters with
    {
        Confirmable = channel.Confirms.Published,
        Confirmed = channel.Confirms.Acknowledged,
    };

    /// <inheritdoc/>
    public ChannelFigures Figures
    {
        get
        {
            var transaction = channel.Transaction;
            return new ChannelFigures
            {
                State = State,
                Prefetch = channel.Prefetch,
                GlobalPrefetch = channel.Window.Limit,
                IsConfirming = channel.Confirms.IsOn,
                IsTransactional = transaction is not null,
                Consumers = channel.Deliveries.Consumers.Count,
                Unacked = channel.Deliveries.Unacked.Count,
                Unconfirmed = channel.Confirms.Outstanding,
                Uncommitted = transaction?.Publishes ?? 0,
                AcksUncommitted = transaction?.Acks ?? 0,
            };
        }
    }

    private ClientState State => channel.IsClosing ? ClientState.Closing
        : channel.Connection.Hold.IsInFlow ? ClientState.Flow
        : ClientState.Running;

    /// <inheritdoc/>
    public IReadOnlyList<Consumer> ListConsumers()
    {
        lock (channel.Output.Gate)
        {
            return [.. channel.Deliveries.Consumers];
        }
    }
}
