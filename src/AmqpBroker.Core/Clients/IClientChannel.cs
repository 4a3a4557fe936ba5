using AmqpBroker.Core.Queues;
using AmqpBroker.Core.Statistics;
using AmqpBroker.Core.VirtualHosts;

namespace AmqpBroker.Core.Clients;

/// <summary>What others may know of an open channel. Any thread; nothing here makes its loop wait.</summary>
public interface IClientChannel
{
    /// <summary>Its connection.</summary>
    IClientConnection Connection { get; }

    /// <summary>Its number on the connection.</summary>
    int Number { get; }

    /// <summary>The connection's name and the number: <c>… (1)</c>.</summary>
    string Name => $"{Connection.Name} ({Number})";

    /// <summary>How it stands now.</summary>
    ChannelFigures Figures { get; }

    /// <summary>The virtual host it works in.</summary>
    VirtualHost VirtualHost { get; }

    /// <summary>What has happened on it.</summary>
    ChannelCounters Counters { get; }

    /// <summary>What has been published on it.</summary>
    PublishCounters Publishes { get; }

    /// <summary>How that came about.</summary>
    StatHolder Statistics { get; }

    /// <summary>The consumers it has at this moment.</summary>
    IReadOnlyList<Consumer> ListConsumers();

    /// <summary>How long its deliveries may be unsettled, where the queue does not say; zero for ever.</summary>
    TimeSpan ConsumerTimeout { get; }
}
