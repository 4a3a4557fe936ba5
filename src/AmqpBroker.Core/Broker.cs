using System.Diagnostics.CodeAnalysis;
using AmqpBroker.Core.Alarms;
using AmqpBroker.Core.Auditing;
using AmqpBroker.Core.Clients;
using AmqpBroker.Core.Limits;
using AmqpBroker.Core.Metadata;
using AmqpBroker.Core.Parameters;
using AmqpBroker.Core.Permissions;
using AmqpBroker.Core.Persistence;
using AmqpBroker.Core.Statistics;
using AmqpBroker.Core.Users;
using AmqpBroker.Core.VirtualHosts;
using AmqpBroker.Storage.Paging;
using Microsoft.Extensions.Logging;

namespace AmqpBroker.Core;

/// <summary>The whole model: virtual hosts, users and what they may do.</summary>
/// <remarks>Any thread. Each of its directories publishes snapshots; changes of them are made one after the other.</remarks>
public sealed class Broker : IDisposable
{
    private readonly IMetadataStore _metadata;
    private readonly VirtualHostServices _services;
    private readonly AccessSettings _access;
    private readonly AccessChanges _changes;
    private readonly VirtualHostDirectory _virtualHosts;
    private bool _isFounded;

    /// <summary>Makes a broker.</summary>
    /// <param name="timeProvider">The clock.</param>
    /// <param name="metadata">Keeps what is durable; null for nothing. See <see cref="Restore"/>.</param>
    /// <param name="queues">Makes the queues; null for queues in memory.</param>
    /// <param name="journal">Keeps persistent messages; null for nothing.</param>
    /// <param name="pager">Takes to disk what does not fit into memory; null where everything stays in memory.</param>
    /// <param name="alarms">Tells which resources run out; null when nobody else looks after them.</param>
    /// <param name="logger">Tells the operator; null for nobody.</param>
    /// <param name="access">
    /// Who may come in at first, to be brought about by <see cref="FoundAsync"/>; null for the user guest with the password guest, who can
    /// come in at once.
    /// </param>
    /// <param name="samplingInterval">From one sample of what happens to the next; null for 5 s.</param>
    public Broker(
        TimeProvider timeProvider,
        IMetadataStore? metadata = null,
        IQueueFactory? queues = null,
        MessageJournal? journal = null,
        Pager? pager = null,
        ResourceAlarms? alarms = null,
        ILogger? logger = null,
        AccessSettings? access = null,
        TimeSpan? samplingInterval = null)
    {
        Alarms = alarms ?? new ResourceAlarms();
        TimeProvider = timeProvider;
        Audit = new AuditLog(timeProvider);
        Journal = journal;
        Pager = pager;
        _metadata = metadata ?? new InMemoryMetadataStore();
        _access = access ?? AccessSettings.WellKnown;
        Clients = new ClientDirectory(timeProvider) { MaxConnections = _access.MaxConnections };
        _services = new VirtualHostServices(timeProvider, journal, logger, samplingInterval) { DefaultQueueType = _access.DefaultQueueType };
        _changes = new AccessChanges(_metadata, command => Apply(command));
        UserLimits = new UserLimitDirectory(_changes);
        Parameters = new ParameterDirectory(_changes);
        Users = new UserDirectory(_changes, _access);
        Authenticator = new Authenticator(Users, _access, timeProvider);
        _virtualHosts = new VirtualHostDirectory(_changes, name => new VirtualHost(name, _metadata, queues, _services));
        Permissions = new PermissionDirectory(_changes, Users, _virtualHosts);
        if (access is null)
        {
            foreach (var command in Founding.Of(_access, []))
            {
                Apply(command);
            }
        }
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

    /// <summary>Who there is.</summary>
    public UserDirectory Users { get; }

    /// <summary>Judges logins.</summary>
    public Authenticator Authenticator { get; }

    /// <summary>Who may do what.</summary>
    public PermissionDirectory Permissions { get; }

    /// <summary>The virtual hosts there are, by name.</summary>
    public IReadOnlyList<VirtualHost> VirtualHosts => _virtualHosts.List();

    /// <summary>What has happened; see <see cref="StatisticsSampler"/>.</summary>
    public BrokerStatistics Statistics => _services.Statistics;

    /// <summary>How many connections and channels users may have.</summary>
    public UserLimitDirectory UserLimits { get; }

    /// <summary>Who changed what.</summary>
    public AuditLog Audit { get; }

    /// <summary>What operators keep with the broker.</summary>
    public ParameterDirectory Parameters { get; }

    /// <summary>Makes everything durable again as the store has kept it. Once, before anyone uses the broker.</summary>
    /// <returns>What has lost what it belongs to, since the store was damaged: to be reported, as it is not there any more.</returns>
    public IReadOnlyList<MetadataCommand> Restore()
    {
        var commands = _metadata.Load();
        _isFounded = commands.OfType<BrokerFounded>().Any();
        if (_isFounded)
        {
            _virtualHosts.Clear();
            Users.Clear();
            Permissions.Clear();
        }

        var homeless = new List<MetadataCommand>();
        foreach (var command in commands)
        {
            if (!_isFounded && command.VirtualHost.Length > 0)
            {
                // Written when virtual hosts were not written down, or the first ones were just being made.
                _virtualHosts.Ensure(command.VirtualHost);
            }

            if (!Apply(command))
            {
                homeless.Add(command);
            }
        }

        return homeless;
    }

    /// <summary>Makes the first user and virtual host, unless the store has had some. Once, after <see cref="Restore"/>.</summary>
    /// <returns>Whether they were made.</returns>
    public async ValueTask<bool> FoundAsync()
    {
        if (_isFounded)
        {
            return false;
        }

        foreach (var command in Founding.Of(_access, VirtualHosts.Select(static host => host.Name)))
        {
            await _changes.ExecuteAsync(() => command);
        }

        _isFounded = true;
        return true;
    }

    /// <summary>Finds a virtual host by its name.</summary>
    public bool TryGetVirtualHost(string name, [NotNullWhen(true)] out VirtualHost? virtualHost) => _virtualHosts.TryGet(name, out virtualHost);

    /// <summary>Makes a virtual host, or changes what is said of it.</summary>
    /// <returns>Whether it is new.</returns>
    public ValueTask<bool> CreateVirtualHostAsync(string name, VirtualHostDefinition? definition = null) =>
        _virtualHosts.PutAsync(name, definition ?? VirtualHostDefinition.Empty);

    /// <summary>Deletes a virtual host with everything in it; its connections are closed.</summary>
    /// <returns>False when there is none of that name.</returns>
    public ValueTask<bool> DeleteVirtualHostAsync(string name) => _virtualHosts.DeleteAsync(name);

    /// <summary>Nothing happens by itself any more: no message expires, no queue. Before what it stores in is closed.</summary>
    public void Dispose()
    {
        _services.Dispose();
        Authenticator.Dispose();
        _changes.Dispose();
    }

    /// <summary>Carries out what is durable.</summary>
    /// <returns>False when what it belongs to is not there.</returns>
    private bool Apply(MetadataCommand command)
    {
        switch (command)
        {
            case BrokerFounded:
                return true;
            case VirtualHostSet set:
                _virtualHosts.Apply(set);
                return true;
            case VirtualHostDeleted deleted:
                Permissions.Apply(deleted);
                Parameters.Forget(deleted.VirtualHost);
                _virtualHosts.Apply(deleted);
                return true;
            case UserSet set:
                Users.Apply(set);
                return true;
            case UserDeleted deleted:
                Permissions.Apply(deleted);
                UserLimits.Forget(deleted.User);
                Users.Apply(deleted);
                return true;
            case ParameterSet set:
                Parameters.Apply(set);
                return true;
            case ParameterCleared cleared:
                Parameters.Apply(cleared);
                return true;
            case UserLimitsSet set:
                UserLimits.Apply(set);
                return true;
            case PermissionSet or PermissionCleared or TopicPermissionSet or TopicPermissionCleared:
                Permissions.Apply(command);
                return true;
            default:
                return TryGetVirtualHost(command.VirtualHost, out var virtualHost) && virtualHost.Restore(command);
        }
    }
}
