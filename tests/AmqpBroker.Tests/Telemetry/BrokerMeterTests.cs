using System.Diagnostics.Metrics;
using AmqpBroker.Core;
using AmqpBroker.Core.Alarms;
using AmqpBroker.Core.Nodes;
using AmqpBroker.Server.Hosting;
using AmqpBroker.Telemetry;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NUnit.Framework;

namespace AmqpBroker.Tests.Telemetry;

public sealed class BrokerMeterTests
{
    [Test]
    public async Task Instruments_read_what_the_broker_has_counted()
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Services.AddAmqpBroker(options => (options.Amqp.Address, options.Amqp.Port, options.Storage.DataDirectory) = ("127.0.0.1", AmqpOptions.AnyFreePort, null));
        using var host = builder.Build();
        await host.StartAsync();
        var broker = host.Services.GetRequiredService<Broker>();
        broker.Statistics.Churn.QueueCreated();
        broker.Statistics.Churn.QueueCreated();
        broker.Alarms.Set(AlarmCauses.Memory, stands: true);

        var values = Collect(broker, host.Services.GetRequiredService<INodeEnvironment>());
        await host.StopAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(values["amqpbroker.queues.created"], Is.EqualTo(2));
            Assert.That(values["amqpbroker.alarms"], Is.EqualTo(1));
            Assert.That(values["amqpbroker.connections"], Is.Zero);
            Assert.That(values["amqpbroker.memory.resident"], Is.GreaterThan(1_000_000));
            Assert.That(values.Keys, Is.All.StartsWith("amqpbroker."));
        }
    }

    private static Dictionary<string, long> Collect(Broker broker, INodeEnvironment environment)
    {
        Dictionary<string, long> values = new(StringComparer.Ordinal);
        using var meter = new BrokerMeter(broker, environment);
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, subscriber) =>
        {
            if (instrument.Meter.Name == BrokerMeter.Name)
            {
                subscriber.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, _, _) => values[instrument.Name] = value);
        listener.SetMeasurementEventCallback<int>((instrument, value, _, _) => values[instrument.Name] = value);
        listener.Start();
        listener.RecordObservableInstruments();
        return values;
    }
}
