using System.Diagnostics.CodeAnalysis;
using System.Text;
using AmqpBroker.Core.Permissions;
using AmqpBroker.Core.Statistics;
using AmqpBroker.Core.VirtualHosts;

namespace AmqpBroker.Core.Routing;

/// <summary>The routes one channel has used, valid for one version of the topology. Confined to the connection's input loop.</summary>
/// <remarks>
/// Looked up by the wire's own bytes, so that a message that goes where others went costs no string and no lock.
/// </remarks>
/// <param name="virtualHost">Where the exchanges are.</param>
/// <param name="rights">What the publisher may do; null for everything. A change of it changes the topology's version.</param>
public sealed class RouteCache(VirtualHost virtualHost, AccessRights? rights = null)
{
    /// <summary>Routes kept; when there are more, all are forgotten: a channel with so many keys gains little from a cache.</summary>
    private const int Capacity = 1024;

    private Dictionary<byte[], Route>? _routes;
    private Dictionary<byte[], Route>.AlternateLookup<ReadOnlySpan<byte>> _lookup;
    private Route? _last;

    /// <summary>What has been published by these routes.</summary>
    public PublishCounters Published { get; } = new(virtualHost);

    /// <summary>The wire bytes of the route used last; empty before the first.</summary>
    public ReadOnlySpan<byte> LastUsed => _last is null ? default : _last.WireBytes;

    /// <summary>Finds the route of a message by its key alone.</summary>
    /// <param name="wireBytes">Exchange and routing key as two short strings, whole and valid UTF-8.</param>
    /// <exception cref="Protocol.ChannelException">404: no such exchange. 403: the exchange is internal, or not for this publisher.</exception>
    public Route Find(ReadOnlySpan<byte> wireBytes)
    {
        var version = virtualHost.TopologyVersion;
        if (_last is { } last && last.TopologyVersion == version && wireBytes.SequenceEqual(last.WireBytes))
        {
            return last;
        }

        if (!TryFind(wireBytes, version, out var route))
        {
            var (exchange, key) = Decode(wireBytes);
            route = Judge(exchange, key, wireBytes.ToArray());
            route.Counter = Published.For(route.Exchange, out var isAnew);
            if (isAnew)
            {
                // Those kept count where nobody looks any more.
                (_routes, _last) = (null, null);
            }

            Keep(route);
        }

        return _last = route;
    }

    private Route Judge(string exchange, string key, byte[] wireBytes)
    {
        while (true)
        {
            var moment = rights?.Moment;
            rights?.RequireExchange(Right.Write, exchange);
            var route = virtualHost.Route(exchange, [key], properties: null, wireBytes);
            rights?.RequireTopic(Right.Write, virtualHost, exchange, key);
            if (ReferenceEquals(moment, rights?.Moment))
            {
                return route;
            }

            // Judged by what may hold no more, while the route may be of a version after that.
        }
    }

    /// <summary>Splits a route's wire bytes into exchange and routing key.</summary>
    public static (string Exchange, string RoutingKey) Decode(ReadOnlySpan<byte> wireBytes)
    {
        var exchange = wireBytes.Slice(1, wireBytes[0]);
        var key = wireBytes[(exchange.Length + 2)..];
        return (Encoding.UTF8.GetString(exchange), Encoding.UTF8.GetString(key));
    }

    /// <summary>A route's wire bytes: what <see cref="Decode"/> splits.</summary>
    /// <param name="exchange">At most 255 bytes of UTF-8.</param>
    /// <param name="routingKey">At most 255 bytes of UTF-8.</param>
    public static byte[] Encode(string exchange, string routingKey)
    {
        var exchangeBytes = Encoding.UTF8.GetBytes(exchange);
        var keyBytes = Encoding.UTF8.GetBytes(routingKey);
        return [(byte)exchangeBytes.Length, .. exchangeBytes, (byte)keyBytes.Length, .. keyBytes];
    }

    private bool TryFind(ReadOnlySpan<byte> wireBytes, long version, [NotNullWhen(true)] out Route? route)
    {
        route = null;
        return _routes is not null && _lookup.TryGetValue(wireBytes, out route) && route.TopologyVersion == version;
    }

    private void Keep(Route route)
    {
        if (_routes is null)
        {
            // One route is the common case and lives in _last alone; the table begins with the second.
            if (_last is null)
            {
                return;
            }

            _routes = new(WireBytesComparer.Instance) { [_last.WireBytes] = _last };
            _lookup = _routes.GetAlternateLookup<ReadOnlySpan<byte>>();
        }

        if (_routes.Count >= Capacity)
        {
            _routes.Clear();
        }

        _routes[route.WireBytes] = route;
    }
}
