using AmqpBroker.Core.Auditing;
using AmqpBroker.Management.Access;
using Microsoft.AspNetCore.Http;

namespace AmqpBroker.Management.Api;

/// <summary>What the audit says of a request that changed something.</summary>
internal static class ApiAudit
{
    public static AuditEntry Describe(HttpContext context, Caller caller, string method, string[] pattern, string[] segments)
    {
        // Names of objects follow what kind they are of, but for the virtual host's.
        var host = Array.IndexOf(pattern, "{vhost}");
        var names = segments.Where((_, index) => pattern[index].StartsWith('{') && (index != host || IsHost(pattern)));
        return new AuditEntry
        {
            Interface = "http",
            User = caller.Name,
            Address = AddressOf(context),
            Action = method,
            Subject = $"/{string.Join('/', segments.Select(ApiPath.Readable))}",
            Kind = KindOf(pattern),
            VirtualHost = host < 0 ? string.Empty : segments[host],
            Name = string.Join(' ', names),
        };
    }

    // A socket for both families shows IPv4 addresses as mapped into the other.
    public static string AddressOf(HttpContext context)
    {
        var remote = context.Connection.RemoteIpAddress;
        return (remote is { IsIPv4MappedToIPv6: true } ? remote.MapToIPv4() : remote)?.ToString() ?? string.Empty;
    }

    private static bool IsHost(string[] pattern) => pattern is ["api", "vhosts", ..];

    private static string KindOf(string[] pattern) => pattern.Length < 2 ? string.Empty : pattern[1] switch
    {
        "policies" => "policy",
        "operator-policies" => "operator_policy",
        "all-configuration" or "definitions" => "definitions",
        "vhost-limits" or "user-limits" => "limit",
        var plural => plural.TrimEnd('s').Replace('-', '_'),
    };
}
