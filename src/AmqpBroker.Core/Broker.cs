using System.Diagnostics.CodeAnalysis;
using AmqpBroker.Core.Alarms;
using AmqpBroker.Core.Clients;
using AmqpBroker.Core.Limits;
using AmqpBroker.Core.Metadata;
using AmqpBroker.Core.Persistence;
using AmqpBroker.Core.Statistics;
using AmqpBroker.Core.Users;
using AmqpBroker.Core.VirtualHosts;
using AmqpBroker.Storage.Paging;
using Microsoft.Extensions.Logging;

namespace AmqpBroker.Core;

/// <summary>The whole model: virtual hosts and users. Published: neither changes while the broker runs.</summary>
public sealed class Broker : IDisposable
{
    private readonly Dictionary<string, VirtualHost> _virtualHosts;
    private readonly IMetadataStore _metadata;
    private readonly VirtualHostServices _services;

    /// <summary>Makes a broker with the virtual host every one has.</summary>
    /// <param name="timeProvider">The clock.</param>
    /// <param name="metadata">Keeps what is durable; null for nothing. See <see cref="Restore"/>.</param>
    /// <param name="queues">Makes the queues; null for queues in memory.</param>
    /// <param name="journal">Keeps persistent messages; null for nothing.</param>
    /// <param name="pager">Takes to disk what does not fit into memory; null where everything stays in memory.</param>
    /// <param name="alarms">Tells which resources run out; null when nobody else looks after them.</param>
    /// <param name="logger">Tells the operator; null for nobody.</param>
    public Broker(
        TimeProvider timeProvider,
        IMetadataStore? metadata = null,
        IQueueFactory? queues = null,
        MessageJournal? journal = null,
        Pager? pager = null,
        ResourceAlarms? alarms = null,
        ILogger? logger = null)
    {
        Alarms = alarms ?? new ResourceAlarms();
        TimeProvider = timeProvider;
        Clients = new ClientDirectory(timeProvider);
        Journal = journal;
        Pager = pager;
        _metadata = metadata ?? new InMemoryMetadataStore();
        _services = new VirtualHostServices(timeProvider, journal, logger);
        UserLimits = new UserLimitDirectory(_metadata);
        _virtualHosts = new(StringComparer.Ordinal) { ["/"] = new VirtualHost("/", _metadata, queues, _services) };
    }

    /// <summary>The clock everything in the broker reads.</summary>
    public TimeProvider TimeProvider { get; }

    /// <summary>Keeps persistent messages over a restart; null for a broker in memory.</summary>
    public MessageJournal? Journal { get; }

    /// <summary>Takes to disk what does not fit into memory; null for a broker in memory.</summary>
    public Pager? Pager { get; }

    /// <summary>Which resources run out.</summary>
    public ResourceAlarms Alarms { get; }

    /// <summary>The connections clients have open, and those they had.</summary>
    public ClientDirectory Clients { get; }

    /// <summary>What has happened; see <see cref="StatisticsSampler"/>.</summary>
    public BrokerStatistics Statistics => _services.Statistics;

    /// <summary>Who may log in.</summary>
    public UserDirectory Users { get; } = new();

    /// <summary>How many connections and channels users may have.</summary>
    public UserLimitDirectory UserLimits { get; }

    /// <summary>Makes everything durable again as the store has kept it. Once, before anyone uses the broker.</summary>
    /// <returns>What has lost what it belongs to, since the store was damaged: to be reported, as it is not there any more.</returns>
    public IReadOnlyList<MetadataCommand> Restore()
    {
        var homeless = new List<MetadataCommand>();
        foreach (var command in _metadata.Load())
        {
            if (command is UserLimitsSet limits)
            {
                UserLimits.Apply(limits);
            }
            else if (!TryGetVirtualHost(command.VirtualHost, out var virtualHost) || !virtualHost.Restore(command))
            {
                homeless.Add(command);
            }
        }

        return homeless;
    }

    /// <summary>The virtual hosts there are at this moment.</summary>
    public IReadOnlyList<VirtualHost> ListVirtualHosts() => [.. _virtualHosts.Values];

    /// <summary>All virtual hosts.</summary>
    public IReadOnlyCollection<VirtualHost> VirtualHosts => _virtualHosts.Values;

    /// <summary>Finds a virtual host by its name.</summary>
    public bool TryGetVirtualHost(string name, [NotNullWhen(true)] out VirtualHost? virtualHost) =>
        _virtualHosts.TryGetValue(name, out virtualHost);

    /// <summary>Nothing happens by itself any more: no message expires, no queue. Before what it stores in is closed.</summary>
    public void Dispose()
    {
        _services.Dispose();
        UserLimits.Dispose();
    }
}
