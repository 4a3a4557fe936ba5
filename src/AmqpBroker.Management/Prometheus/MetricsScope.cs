using System.Text.RegularExpressions;
using AmqpBroker.Core.Queues;
using AmqpBroker.Core.VirtualHosts;
using Microsoft.AspNetCore.Http;

namespace AmqpBroker.Management.Prometheus;

/// <summary>What of the metrics is wanted, and how finely. Immutable.</summary>
internal sealed class MetricsScope
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(100);

    private readonly HashSet<string>? _groups;
    private readonly HashSet<string>? _hosts;
    private readonly Regex? _queues;

    private MetricsScope(HashSet<string>? groups, HashSet<string>? hosts, Regex? queues) => (_groups, _hosts, _queues) = (groups, hosts, queues);

    /// <summary>Everything, summed up.</summary>
    public static MetricsScope Aggregated { get; } = new(groups: null, hosts: null, queues: null);

    /// <summary>Everything, by queue, channel and connection.</summary>
    public static MetricsScope PerObject { get; } = new(groups: null, hosts: null, queues: null) { IsPerObject = true };

    /// <summary>Whether there is a sample for each queue, channel and connection.</summary>
    public bool IsPerObject { get; private init; }

    /// <summary>Whether only what was asked for is given.</summary>
    public bool IsDetailed => _groups is not null;

    /// <summary>What names begin with.</summary>
    public string Prefix => IsDetailed ? "rabbitmq_detailed_" : "rabbitmq_";

    /// <summary>What a query asks for: <c>family</c>, <c>vhost</c> and <c>queue</c>, a regular expression.</summary>
    public static MetricsScope Read(IQueryCollection query)
    {
        var pattern = query["queue"].ToString();
        return new MetricsScope(
            [.. query["family"].OfType<string>()],
            query["vhost"].OfType<string>().ToHashSet(StringComparer.Ordinal) is { Count: > 0 } hosts ? hosts : null,
            pattern.Length == 0 ? null : Parse(pattern))
        { IsPerObject = true };
    }

    /// <summary>Whether one of these groups is wanted.</summary>
    public bool Wants(params ReadOnlySpan<string> groups)
    {
        if (_groups is null)
        {
            return true;
        }

        foreach (var group in groups)
        {
            if (_groups.Contains(group))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a virtual host's figures are wanted.</summary>
    public bool Wants(VirtualHost host) => WantsHost(host.Name);

    /// <summary>Whether the figures of what belongs to a virtual host are wanted.</summary>
    public bool WantsHost(string host) => _hosts?.Contains(host) != false;

    /// <summary>Whether a queue's figures are wanted.</summary>
    public bool Wants(Queue queue)
    {
        try
        {
            return WantsHost(queue.VirtualHost) && _queues?.IsMatch(queue.Name) != false;
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }

    // What is no regular expression matches what it is a part of.
    private static Regex Parse(string pattern)
    {
        try
        {
            return new Regex(pattern, RegexOptions.CultureInvariant, Patience);
        }
        catch (RegexParseException)
        {
            return new Regex(Regex.Escape(pattern), RegexOptions.CultureInvariant, Patience);
        }
    }
}
