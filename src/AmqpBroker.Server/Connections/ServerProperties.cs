using System.Reflection;
using System.Runtime.InteropServices;
using AmqpBroker.Protocol.Fields;
using AmqpBroker.Server.Hosting;

namespace AmqpBroker.Server.Connections;

/// <summary>What the broker tells of itself in connection.start; clients choose their behaviour by it.</summary>
internal static class ServerProperties
{
    private static readonly string[] Capabilities =
    [
        "publisher_confirms", "exchange_exchange_bindings", "basic.nack", "consumer_cancel_notify", "connection.blocked",
        "consumer_priorities", "authentication_failure_close", "per_consumer_qos", "direct_reply_to",
    ];

    /// <summary>This broker's own version.</summary>
    public static string ProductVersion { get; } =
        typeof(ServerProperties).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion
            .Split('+')[0] ?? "0.0.0";

    /// <summary>Makes the table, its keys in alphabetical order as RabbitMQ has them.</summary>
    public static FieldTable Create(AmqpOptions options)
    {
        var capabilities = new FieldTableBuilder();
        foreach (var name in Capabilities)
        {
            capabilities.Add(name, true);
        }

        return new FieldTableBuilder()
            .Add("capabilities", capabilities.Build())
            .Add("cluster_name", options.ClusterName)
            .Add("copyright", "Copyright (c) The AmqpBroker authors")
            .Add("information", "Licensed under Apache-2.0")
            .Add("platform", RuntimeInformation.FrameworkDescription)
            .Add("product", "AmqpBroker")
            .Add("product_version", ProductVersion)
            .Add("version", options.RabbitMqVersion)
            .Build();
    }
}
