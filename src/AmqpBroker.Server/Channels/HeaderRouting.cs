using AmqpBroker.Core.DeadLetters;
using AmqpBroker.Core.Delays;
using AmqpBroker.Core.Routing;
using AmqpBroker.Core.VirtualHosts;
using AmqpBroker.Protocol.Content;
using AmqpBroker.Protocol.Fields;

namespace AmqpBroker.Server.Channels;

/// <summary>Routes a message by itself: CC and BCC say where else it goes, or an exchange looks at more than the key. Off the fast path.</summary>
internal static class HeaderRouting
{
    /// <summary>Routes by the message's own properties.</summary>
    /// <param name="virtualHost">Where the exchange is.</param>
    /// <param name="route">The route by key alone.</param>
    /// <param name="header">The content header's payload; replaced when BCC has to go from it.</param>
    /// <exception cref="Protocol.ChannelException">404 or 403, as for any publish.</exception>
    public static Route Resolve(VirtualHost virtualHost, Route route, ref ReadOnlyMemory<byte> header)
    {
        var content = ContentHeader.Read(header.Span);
        var properties = BasicProperties.Read(content.Properties);
        var headers = properties.Headers ?? FieldTable.Empty;
        var (exchange, key) = RouteCache.Decode(route.WireBytes);
        List<string> keys = [key, .. CarbonCopies.KeysOf(headers, CarbonCopies.Visible), .. CarbonCopies.KeysOf(headers, CarbonCopies.Blind)];
        var counter = route.Counter;
        route = virtualHost.Route(exchange, System.Runtime.InteropServices.CollectionsMarshal.AsSpan(keys), properties, route.WireBytes);
        route.Counter = counter;
        if (headers.TryGet(CarbonCopies.Blind, out _) && route.Queues is not [DelayQueue])
        {
            // What is delayed still needs it: those keys are routed by when its time has come, and go then.
            var visible = headers.ToBuilder().Remove(CarbonCopies.Blind).Build();
            header = ContentHeader.ToArray(content.BodySize, properties with { Headers = visible });
        }

        return route;
    }
}
