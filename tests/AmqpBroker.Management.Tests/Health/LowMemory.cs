using AmqpBroker.Core.Alarms;
using AmqpBroker.Management.Tests.Harness;
using AmqpBroker.Server.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace AmqpBroker.Management.Tests.Health;

/// <summary>A broker that may take so little memory that any process takes more.</summary>
internal static class LowMemory
{
    /// <summary>Returns when the alarm stands.</summary>
    public static async Task<ManagedBroker> StartBrokerAsync()
    {
        var broker = await ManagedBroker.StartAsync(services: services => services.PostConfigure<AmqpBrokerOptions>(options =>
        {
            options.Storage.MemoryLimit = ByteSize.FromBytes(16 << 20);
            options.Storage.MemoryHighWatermark = ByteSize.FromBytes(17 << 20);
        }));
        for (var change = broker.Broker.Alarms.NextChangeAsync(); (broker.Broker.Alarms.Causes & AlarmCauses.Memory) == AlarmCauses.None; change = broker.Broker.Alarms.NextChangeAsync())
        {
            await change;
        }

        return broker;
    }
}
