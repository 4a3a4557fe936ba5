using AmqpBroker.Core;
using AmqpBroker.Management.Api;
using AmqpBroker.Management.Statistics;
using Microsoft.Extensions.DependencyInjection;

namespace AmqpBroker.Management.Resources;

/// <summary>Virtual hosts: listed.</summary>
internal static class VirtualHostListing
{
    public static void Map(ApiMap map)
    {
        map.Get("/api/vhosts", ApiAccess.Management, "The virtual hosts that the caller has access to.", static request => request.AnswerPageAsync(
            request.Broker.VirtualHosts.Where(host => request.Caller.IsMonitor || request.Caller.MaySee(host.Name)), Json(request).Rows));
        map.Get("/api/vhosts/{vhost}", ApiAccess.Administrator, "A virtual host.", static request =>
            request.AnswerAsync(request.VirtualHost, Json(request).Write));
    }

    private static VirtualHostJson Json(ApiRequest request) =>
        new(request.Services.GetRequiredService<BrokerIdentity>(), StatQuery.Read(request));
}
