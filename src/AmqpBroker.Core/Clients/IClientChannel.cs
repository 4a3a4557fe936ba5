using AmqpBroker.Core.Queues;

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

    /// <summary>The consumers it has at this moment.</summary>
    IReadOnlyList<Consumer> ListConsumers();

    /// <summary>How long its deliveries may be unsettled, where the queue does not say; zero for ever.</summary>
    TimeSpan ConsumerTimeout { get; }
}
