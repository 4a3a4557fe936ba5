using System.Net;

namespace AmqpBroker.Server.Connections;

/// <summary>How an end of a socket is written in names and logs.</summary>
internal static class EndPointName
{
    /// <summary>Address and port; an IPv4 address that arrived on a dual-mode socket as what it is.</summary>
    public static string Of(EndPoint? endPoint) => endPoint switch
    {
        IPEndPoint { Address.IsIPv4MappedToIPv6: true } ip => $"{ip.Address.MapToIPv4()}:{ip.Port}",
        null => "unknown",
        _ => endPoint.ToString() ?? "unknown",
    };
}
