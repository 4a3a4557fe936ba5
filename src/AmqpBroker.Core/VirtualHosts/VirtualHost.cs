using AmqpBroker.Core.DeadLetters;
using AmqpBroker.Core.Delays;
using AmqpBroker.Core.Exchanges;
using AmqpBroker.Core.Limits;
using AmqpBroker.Core.Metadata;
using AmqpBroker.Core.Policies;
using AmqpBroker.Core.Queues;
using AmqpBroker.Core.Replies;
using AmqpBroker.Core.Routing;
using AmqpBroker.Core.Statistics;
using AmqpBroker.Protocol.Content;
using AmqpBroker.Protocol.Errors;
using AmqpBroker.Protocol.Fields;

namespace AmqpBroker.Core.VirtualHosts;

/// <summary>A virtual host: the only place where exchanges, queues and bindings come and go.</summary>
/// <remarks>
/// Guarded: the topology changes and is read under one lock, held for memory work only and never together with a
/// queue's. Publishing takes it only when a channel meets a route it has not used since the topology last changed.
/// What is durable changes only once the metadata store has it; whatever else is wanted of it meanwhile waits. Methods
/// that need not wait complete synchronously.
/// </remarks>
public sealed class VirtualHost
{
    private readonly Lock _gate = new();
    private readonly Topology _topology;
    private readonly Claims _claims = new();
    private readonly Lookup _lookup;
    private readonly TopologyApplier _applier;
    private readonly TopologyChanges _changes;
    private readonly ExchangeChanges _exchanges;
    private readonly BindingChanges _bindings;
    private readonly QueueChanges _queues;
    private readonly QueueDeletions _queueDeletions;
    private readonly PolicyRollout _rollout;
    private readonly string? _defaultQueueType;
    private readonly DeletionSignal _deletion = new();
    private volatile VirtualHostDefinition _definition = VirtualHostDefinition.Empty;

    /// <summary>Makes a virtual host with the exchanges every one has.</summary>
    /// <param name="name">The name.</param>
    /// <param name="store">Keeps what is durable; null for nothing.</param>
    /// <param name="queues">Makes the queues; null for queues in memory.</param>
    /// <param name="services">Clock, timers and journal; null for the system's clock and no journal.</param>
    public VirtualHost(string name, IMetadataStore? store = null, IQueueFactory? queues = null, VirtualHostServices? services = null)
    {
        services ??= new VirtualHostServices(TimeProvider.System);
        var site = new QueueSite(name, services.Time, services.Timers, new DeadLetterPublisher(this, services.Journal, services.Time, services.Logger), DeleteOnceUnused)
        {
            Delayed = new DelayedPublisher(this, services.Journal, services.Time),
        };
        store ??= new InMemoryMetadataStore();
        queues ??= new ClassicQueueFactory();
        Name = name;
        _defaultQueueType = services.DefaultQueueType;
        Replies = services.Replies;
        Statistics = services.Statistics;
        Totals = new StatTotals(Statistics.Timeline);
        var (policies, limits) = (new PolicyBook(), new LimitBook());
        _topology = new Topology(policies);
        Listing = new TopologyListing(_gate, _topology);
        Routes = new RouteFinder(name, _gate, _topology, new Router(_topology, services.Replies));
        _lookup = new Lookup(name, _topology);
        var exchanges = new ExchangeFactory(queues, site);
        _applier = new TopologyApplier(_topology, exchanges, queues, site, policies, limits);
        _changes = new TopologyChanges(name, _gate, _claims, _applier, store);
        _exchanges = new ExchangeChanges(name, _topology, _claims, store, exchanges);
        _bindings = new BindingChanges(name, _topology, _claims, _lookup);
        Limits = new VirtualHostLimits(name, limits, _claims, _changes);
        _queues = new QueueChanges(name, _topology, _claims, _lookup, store, queues, site, Limits);
        _queueDeletions = new QueueDeletions(this, _gate, _topology, _claims, _changes, _queues, store);
        _rollout = new PolicyRollout(_gate, _topology, policies);
        Policies = new VirtualHostPolicies(name, policies, _claims, _changes, _rollout, services.Time);
        foreach (var (exchange, type) in PredeclaredExchanges.All)
        {
            _topology.Add(new Exchange(PredeclaredExchanges.Declare(exchange, type)));
        }
    }

    /// <summary>The name, <c>/</c> for the one that is there from the start.</summary>
    public string Name { get; }

    /// <summary>What is said of it.</summary>
    public VirtualHostDefinition Definition
    {
        get => _definition;
        internal set => _definition = value;
    }

    /// <summary>Cancelled when the virtual host is being deleted.</summary>
    public CancellationToken Deleted => _deletion.Token;

    /// <summary>Addresses for replies without a queue, the same in all virtual hosts of a broker.</summary>
    public DirectReplies Replies { get; }

    /// <summary>What has happened in all virtual hosts.</summary>
    public BrokerStatistics Statistics { get; }

    /// <summary>What has happened in this one.</summary>
    public StatTotals Totals { get; }

    /// <summary>The policies by which operators configure queues and exchanges by their names.</summary>
    public VirtualHostPolicies Policies { get; }

    /// <summary>How many connections and queues there may be.</summary>
    public VirtualHostLimits Limits { get; }

    /// <summary>Where messages go.</summary>
    public RouteFinder Routes { get; }

    /// <summary>What there is, for whoever looks at it and does not use it.</summary>
    public TopologyListing Listing { get; }

    /// <summary>Changes whenever a route may have changed; read without a lock.</summary>
    public long TopologyVersion => _topology.Version;

    /// <summary>Carries out a command that the store had kept. For the time before anyone uses the virtual host.</summary>
    /// <returns>False when what it speaks of is not there.</returns>
    public bool Restore(MetadataCommand command)
    {
        ArgumentNullException.ThrowIfNull(command);
        bool isApplied;
        lock (_gate)
        {
            isApplied = _applier.Apply(command);
        }

        if (command is PolicySet or PolicyCleared)
        {
            // Policies come first; the exchanges that are there from the start were before them.
            _rollout.Run();
        }

        return isApplied;
    }

    /// <summary>Makes an exchange, or finds that it is there and means the same.</summary>
    /// <returns>Whether something durable has changed.</returns>
    /// <exception cref="Protocol.ChannelException">403 for a reserved name or the default exchange, 406 when inequivalent.</exception>
    public ValueTask<bool> DeclareExchangeAsync(ExchangeDeclaration declaration)
    {
        ArgumentNullException.ThrowIfNull(declaration);
        Lookup.RefuseDefaultExchange(declaration.Name);
        return _changes.ExecuteAsync(() => _exchanges.Declare(declaration));
    }

    /// <summary>Finds that an exchange is there (exchange.declare, passive).</summary>
    /// <exception cref="Protocol.ChannelException">404 when it is not, 403 for the default exchange.</exception>
    public void AssertExchange(string name)
    {
        Lookup.RefuseDefaultExchange(name);
        lock (_gate)
        {
            _lookup.RequireExchange(name);
        }
    }

    /// <summary>Deletes an exchange with its bindings; one that is not there is no error.</summary>
    /// <returns>Whether something durable has changed.</returns>
    /// <exception cref="Protocol.ChannelException">403 for the broker's own exchanges, 406 when <paramref name="ifUnused"/> and bound from.</exception>
    public ValueTask<bool> DeleteExchangeAsync(string name, bool ifUnused)
    {
        Lookup.RefuseDefaultExchange(name);
        return ServerNames.IsReserved(name)
            ? throw ExchangeErrors.SystemExchange(name, Name)
            : _changes.ExecuteAsync(() => _exchanges.Delete(name, ifUnused));
    }

    /// <summary>Binds an exchange to an exchange; an equal binding there already is no error.</summary>
    /// <returns>Whether something durable has changed.</returns>
    /// <exception cref="Protocol.ChannelException">404, 403 for the default exchange, 406 for arguments the source cannot match by.</exception>
    public ValueTask<bool> BindExchangeAsync(string destination, string source, string routingKey, FieldTable arguments)
    {
        Lookup.RefuseDefaultExchange(source);
        Lookup.RefuseDefaultExchange(destination);
        return _changes.ExecuteAsync(() => _bindings.BindExchange(source, destination, routingKey, arguments));
    }

    /// <summary>Removes a binding between exchanges; nothing there to remove is no error.</summary>
    /// <returns>Whether something durable has changed.</returns>
    /// <exception cref="Protocol.ChannelException">403 for the default exchange.</exception>
    public ValueTask<bool> UnbindExchangeAsync(string destination, string source, string routingKey, FieldTable arguments)
    {
        Lookup.RefuseDefaultExchange(source);
        Lookup.RefuseDefaultExchange(destination);
        return _changes.ExecuteAsync(() => _bindings.UnbindExchange(source, destination, routingKey, arguments));
    }

    /// <summary>Binds a queue; an equal binding there already is no error.</summary>
    /// <param name="queue">The queue's name.</param>
    /// <param name="exchange">The exchange to bind from.</param>
    /// <param name="routingKey">The binding key.</param>
    /// <param name="arguments">What a headers exchange matches on.</param>
    /// <param name="user">The connection that asks.</param>
    /// <returns>Whether something durable has changed.</returns>
    /// <exception cref="Protocol.ChannelException">404, 405 when exclusive to another connection, 403 for the default exchange, 406.</exception>
    public ValueTask<bool> BindQueueAsync(string queue, string exchange, string routingKey, FieldTable arguments, object user)
    {
        Lookup.RefuseDefaultExchange(exchange);
        return _changes.ExecuteAsync(() => _bindings.BindQueue(exchange, queue, routingKey, arguments, user));
    }

    /// <summary>Removes a binding of a queue; nothing there to remove is no error.</summary>
    /// <returns>Whether something durable has changed.</returns>
    /// <exception cref="Protocol.ChannelException">405 when exclusive to another connection, 403 for the default exchange.</exception>
    public ValueTask<bool> UnbindQueueAsync(string queue, string exchange, string routingKey, FieldTable arguments, object user)
    {
        Lookup.RefuseDefaultExchange(exchange);
        return _changes.ExecuteAsync(() => _bindings.UnbindQueue(exchange, queue, routingKey, arguments, user));
    }

    /// <summary>Makes a queue, or finds that it is there and means the same.</summary>
    /// <param name="declaration">What is declared; its name is not empty.</param>
    /// <param name="user">The connection that asks.</param>
    /// <exception cref="Protocol.ChannelException">405 when exclusive to another connection, 406 when inequivalent or invalid.</exception>
    public async ValueTask<Queue> DeclareQueueAsync(QueueDeclaration declaration, object user)
    {
        ArgumentNullException.ThrowIfNull(declaration);
        declaration = WithType(declaration);
        Queue? queue = null;
        var isMade = false;
        await _changes.ExecuteAsync(() => _queues.Declare(declaration, user, out queue, ref isMade));
        Statistics.Churn.QueueDeclared();
        if (isMade)
        {
            Statistics.Churn.QueueCreated();
        }

        return queue!; // there is nothing left to do when it is there
    }

    /// <summary>Names the type in a declaration that names none, if there is one to name.</summary>
    public QueueDeclaration WithType(QueueDeclaration declaration) =>
        DefaultQueueType.AddTo(declaration, Definition.DefaultQueueType ?? _defaultQueueType);

    /// <summary>Finds a queue for a connection's use.</summary>
    /// <exception cref="Protocol.ChannelException">404 when it is not there, 405 when exclusive to another connection.</exception>
    public Queue GetQueue(string name, object user)
    {
        lock (_gate)
        {
            return _lookup.RequireQueue(name, user);
        }
    }

    /// <summary>Finds a queue for a connection's use; null when it is not there.</summary>
    /// <exception cref="Protocol.ChannelException">405 when exclusive to another connection.</exception>
    public Queue? FindQueue(string name, object user)
    {
        lock (_gate)
        {
            return _lookup.FindQueue(name, user);
        }
    }

    /// <summary>Deletes a queue with its bindings and messages.</summary>
    /// <returns>What was done; tell the consumers by <see cref="QueueDeletion.NotifyConsumers"/>.</returns>
    /// <exception cref="Protocol.ChannelException">406 when a condition does not hold.</exception>
    public async ValueTask<QueueDeletion> DeleteQueueAsync(Queue queue, QueueDeleteConditions conditions = QueueDeleteConditions.None)
    {
        ArgumentNullException.ThrowIfNull(queue);
        var deletion = await _queueDeletions.DeleteAsync(queue, conditions);
        return deletion.Outcome switch
        {
            QueueDeleteOutcome.NotEmpty => throw QueueErrors.NotEmpty(queue.Name, Name),
            QueueDeleteOutcome.InUse => throw QueueErrors.InUse(queue.Name, Name),
            _ => deletion,
        };
    }

    /// <summary>Deletes an auto-delete queue that has lost its last consumer, unless another has come meanwhile.</summary>
    public ValueTask DeleteUnusedQueueAsync(Queue queue)
    {
        ArgumentNullException.ThrowIfNull(queue);
        return _queueDeletions.DeleteUnusedAsync(queue);
    }

    /// <summary>The queues there are at this moment.</summary>
    public IReadOnlyList<Queue> ListQueues()
    {
        lock (_gate)
        {
            return [.. _topology.Queues];
        }
    }

    /// <summary>The exchanges there are at this moment.</summary>
    public IReadOnlyList<Exchange> ListExchanges()
    {
        lock (_gate)
        {
            return [.. _topology.Exchanges];
        }
    }

    /// <summary>Finds where a message goes.</summary>
    /// <param name="exchange">The exchange published to.</param>
    /// <param name="routingKeys">The routing key, then those of CC and BCC.</param>
    /// <param name="properties">The message's properties; null to learn whether they matter.</param>
    /// <param name="wireBytes">Exchange and routing key as on the wire; the route keeps them.</param>
    /// <exception cref="Protocol.ChannelException">404: no such exchange. 403: the exchange is internal.</exception>
    public Route Route(string exchange, ReadOnlySpan<string> routingKeys, BasicProperties? properties, byte[] wireBytes) =>
        Routes.Find(exchange, routingKeys, properties, wireBytes);

    /// <summary>Refuses changes, has the connections close, and ends the queues, which would be there again if that were not made durable.</summary>
    /// <returns>What makes it durable.</returns>
    internal async ValueTask<MetadataCommand?> PrepareDeletionAsync()
    {
        await _changes.CloseAsync();
        _deletion.Give();
        var queues = ListQueues();
        foreach (var queue in queues)
        {
            // Its consumers go with their connections.
            queue.Delete(QueueDeleteConditions.None);
        }

        return new VirtualHostDeleted(Name) { QueueIds = [.. queues.Select(static queue => queue.Id).Where(static id => id != 0)] };
    }

    /// <summary>Takes out everything there is: it is gone for good.</summary>
    internal void End()
    {
        lock (_gate)
        {
            _topology.Clear();
        }
    }

    private void DeleteOnceUnused(Queue queue) => _queueDeletions.DeleteOnceUnused(queue);
}
