using AmqpBroker.Management.Hosting;

namespace AmqpBroker.Configuration.RabbitMq;

/// <summary>The keys <c>management.cors.allow_origins.*</c>: a list there, one text here.</summary>
internal static class OriginKeys
{
    public static void Read(ConfEntries entries, RabbitMqConf conf)
    {
        var origins = entries.TakeAll("management.cors.allow_origins.");
        if (origins.Count > 0)
        {
            conf.Set(
                $"{SettingsCatalogue.ManagementSection}:{nameof(ManagementOptions.CorsOrigins)}",
                string.Join(',', origins.Select(origin => origin.Value)),
                origins[0]);
        }
    }
}
