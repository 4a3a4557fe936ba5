using System.Globalization;
using System.Text;

namespace AmqpBroker.Configuration.RabbitMq;

/// <summary>The keys of <c>rabbitmq.conf</c> as docs/rabbitmq-conf.md tells them.</summary>
internal static class ConfCatalogue
{
    /// <summary>Keys that more than one setting follows from, or whose value is looked at beside others.</summary>
    private static readonly (string Key, string Setting)[] Composed =
    [
        ("`listeners.tcp.*`, `listeners.ssl.*`", "`Amqp:Address`, `Amqp:Port`, `Amqp:TlsPort`: one listener of each, at one address; `none` closes it"),
        ("`ssl_options.verify`, `ssl_options.fail_if_no_peer_cert`, `ssl_options.cacertfile`", "`Amqp:ClientCertificates`, `Amqp:CertificateAuthorities`"),
        ("`vm_memory_high_watermark.relative`, `.absolute`", "`Storage:MemoryHighWatermark`; `Storage:MemoryLimit` becomes two thirds of it when nothing else sets it"),
        ("`vm_memory_high_watermark_paging_ratio`", "`Storage:MemoryLimit`, as a part of the watermark"),
        ("`total_memory_available_override_value`", "what relative values are a part of"),
        ("`disk_free_limit.relative`", "`Storage:DiskFreeLimit`"),
        ("`loopback_users.*`, `loopback_users`", "`Amqp:LoopbackUsers`"),
        ("`default_user_tags.*`", "`Amqp:DefaultTags`"),
        ("`management.cors.allow_origins.*`", "`Management:CorsOrigins`"),
        ("`log.console.level`, or `log.file.level`, or `log.default.level`", "`Logging:LogLevel:Default`"),
        ("`log.connection.level`", "`Logging:LogLevel:AmqpBroker.Server.Connections`"),
        ("`log.console.formatter`, or `log.file.formatter`", "`Logging:Format`"),
    ];

    /// <summary>The two tables: what counts, and what is ignored.</summary>
    public static string ToMarkdown()
    {
        var table = new StringBuilder("| key of rabbitmq.conf | setting |\n| --- | --- |\n");
        foreach (var group in ConfKeys.All.GroupBy(key => key.Setting, StringComparer.Ordinal))
        {
            var keys = string.Join(", ", group.Select(key => $"`{key.Key}`"));
            table.Append(CultureInfo.InvariantCulture, $"| {keys} | `{group.Key}` |\n");
        }

        foreach (var (key, setting) in Composed)
        {
            table.Append(CultureInfo.InvariantCulture, $"| {key} | {setting} |\n");
        }

        table.Append("\n| ignored | because |\n| --- | --- |\n");
        foreach (var group in IgnoredKeys.All.GroupBy(known => known.Reason, StringComparer.Ordinal))
        {
            var keys = string.Join(", ", group.Select(known => $"`{known.Beginning}{(known.Beginning[^1] is '.' or '_' ? "*" : string.Empty)}`"));
            table.Append(CultureInfo.InvariantCulture, $"| {keys} | {group.Key} |\n");
        }

        return table.ToString();
    }
}
