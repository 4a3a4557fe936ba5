using AmqpBroker.Core;

namespace AmqpBroker.Server.Hosting;

/// <summary>Holds the broker once its data has been recovered. Published: set once, before anything listens.</summary>
internal sealed class BrokerHolder
{
    private volatile Broker? _broker;

    /// <summary>The broker.</summary>
    public Broker Broker => _broker ?? throw new InvalidOperationException("the broker has not been started");

    public void Set(Broker broker) => _broker = broker;
}
