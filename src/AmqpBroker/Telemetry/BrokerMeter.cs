using System.Diagnostics.Metrics;
using AmqpBroker.Core;
using AmqpBroker.Core.Nodes;
using AmqpBroker.Core.Statistics;

namespace AmqpBroker.Telemetry;

/// <summary>The broker's figures as instruments. They are read when somebody collects them; a message that passes costs nothing more.</summary>
internal sealed class BrokerMeter : IDisposable
{
    public const string Name = "AmqpBroker";

    private const string Messages = "{message}";
    private const string Bytes = "By";

    private readonly Meter _meter = new(Name);
    private readonly Broker _broker;

    public BrokerMeter(Broker broker, INodeEnvironment environment)
    {
        _broker = broker;
        AddMessages();
        AddClients();
        AddResources(environment);
    }

    public void Dispose() => _meter.Dispose();

    private void AddMessages()
    {
        Count("amqpbroker.messages.published", "Messages clients have published", Stat.Publish);
        Count("amqpbroker.messages.confirmed", "Messages confirmed to their publishers", Stat.Confirm);
        Count("amqpbroker.messages.redelivered", "Messages delivered that had been before", Stat.Redeliver);
        Count("amqpbroker.messages.acknowledged", "Messages acknowledged by consumers", Stat.Ack);
        Count("amqpbroker.messages.get_empty", "Messages asked for of empty queues", Stat.GetEmpty);
        Count("amqpbroker.messages.unroutable", "Messages that no queue would get", "outcome", ("returned", Stat.ReturnUnroutable), ("dropped", Stat.DropUnroutable));
        Count(
            "amqpbroker.messages.delivered",
            "Messages given to consumers, by how",
            "mode",
            ("consume_manual_ack", Stat.Deliver),
            ("consume_auto_ack", Stat.DeliverNoAck),
            ("get_manual_ack", Stat.Get),
            ("get_auto_ack", Stat.GetNoAck));
        Count(
            "amqpbroker.messages.died",
            "Messages that died, by why",
            "reason",
            ("expired", Stat.Expired),
            ("maxlen", Stat.MaxLength),
            ("rejected", Stat.Rejected),
            ("delivery_limit", Stat.DeliveryLimit));
        _meter.CreateObservableUpDownCounter("amqpbroker.messages.ready", () => Total(Stat.Ready), Messages, "Messages that wait for a consumer");
        _meter.CreateObservableUpDownCounter("amqpbroker.messages.unacknowledged", () => Total(Stat.Unacked), Messages, "Messages delivered and not settled");
    }

    private void AddClients()
    {
        var churn = _broker.Statistics.Churn;
        _meter.CreateObservableUpDownCounter("amqpbroker.connections", () => _broker.Clients.Count, "{connection}", "Connections of clients");
        _meter.CreateObservableCounter("amqpbroker.connections.opened", () => churn.ConnectionsOpened, "{connection}", "Connections opened");
        _meter.CreateObservableCounter("amqpbroker.connections.closed", () => churn.ConnectionsClosed, "{connection}", "Connections closed");
        _meter.CreateObservableCounter("amqpbroker.channels.opened", () => churn.ChannelsOpened, "{channel}", "Channels opened");
        _meter.CreateObservableCounter("amqpbroker.channels.closed", () => churn.ChannelsClosed, "{channel}", "Channels closed");
        _meter.CreateObservableCounter("amqpbroker.queues.created", () => churn.QueuesCreated, "{queue}", "Queues made");
        _meter.CreateObservableCounter("amqpbroker.queues.deleted", () => churn.QueuesDeleted, "{queue}", "Queues deleted");
        _meter.CreateObservableCounter("amqpbroker.network.received", () => Total(Stat.OctetsReceived), Bytes, "Bytes received from clients");
        _meter.CreateObservableCounter("amqpbroker.network.sent", () => Total(Stat.OctetsSent), Bytes, "Bytes sent to clients");
    }

    private void AddResources(INodeEnvironment environment)
    {
        _meter.CreateObservableUpDownCounter("amqpbroker.memory.resident", environment.ReadResidentMemory, Bytes, "Memory of the process");
        _meter.CreateObservableUpDownCounter("amqpbroker.memory.limit", () => environment.MemoryLimit, Bytes, "Memory from which on publishers wait");
        _meter.CreateObservableUpDownCounter("amqpbroker.disk.free", environment.ReadFreeSpace, Bytes, "Free space for data");
        _meter.CreateObservableUpDownCounter("amqpbroker.disk.limit", () => environment.DiskFreeLimit, Bytes, "Free space below which publishers wait");
        _meter.CreateObservableUpDownCounter("amqpbroker.alarms", () => _broker.Alarms.Resources.Count, "{alarm}", "Resources that are short");
    }

    private long Total(Stat stat) => _broker.Statistics.Totals.History.Sum([stat]);

    private void Count(string name, string description, Stat stat)
        => _meter.CreateObservableCounter(name, () => Total(stat), Messages, description);

    private void Count(string name, string description, string tag, params (string Value, Stat Stat)[] parts)
        => _meter.CreateObservableCounter(
            name,
            () => parts.Select(part => new Measurement<long>(Total(part.Stat), new KeyValuePair<string, object?>(tag, part.Value))),
            Messages,
            description);
}
