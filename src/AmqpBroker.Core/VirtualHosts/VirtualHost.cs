using AmqpBroker.Core.Exchanges;
using AmqpBroker.Core.Queues;
using AmqpBroker.Core.Routing;
using AmqpBroker.Protocol.Errors;
using AmqpBroker.Protocol.Fields;

namespace AmqpBroker.Core.VirtualHosts;

/// <summary>A virtual host: the only place where exchanges, queues and bindings come and go, and where it is judged whether they may.</summary>
/// <remarks>
/// Guarded: the topology changes and is read under one lock, held for memory work only and never together with a
/// queue's. Publishing takes it only when a channel meets a route it has not used since the topology last changed.
/// </remarks>
public sealed class VirtualHost
{
    private readonly Lock _gate = new();
    private readonly Topology _topology = new();
    private readonly Router _router;

    /// <summary>Makes a virtual host with the exchanges every one has.</summary>
    public VirtualHost(string name)
    {
        Name = name;
        _router = new Router(_topology);
        foreach (var (exchange, type) in PredeclaredExchanges.All)
        {
            _topology.Add(PredeclaredExchanges.Declare(exchange, type));
        }
    }

    /// <summary>The name, <c>/</c> for the one that is there from the start.</summary>
    public string Name { get; }

    /// <summary>Changes whenever a route may have changed; read without a lock.</summary>
    public long TopologyVersion => _topology.Version;

    /// <summary>Makes an exchange, or finds that it is there and means the same.</summary>
    /// <exception cref="Protocol.ChannelException">403 for a reserved name or the default exchange, 406 when inequivalent.</exception>
    public void DeclareExchange(ExchangeDeclaration declaration)
    {
        ArgumentNullException.ThrowIfNull(declaration);
        RefuseDefaultExchange(declaration.Name);
        lock (_gate)
        {
            if (_topology.FindExchange(declaration.Name) is { } existing)
            {
                ExchangeEquivalence.Assert(Name, declaration, existing.Declaration);
                return;
            }

            if (ServerNames.IsReserved(declaration.Name))
            {
                throw ExchangeErrors.ReservedName(declaration.Name);
            }

            if (declaration.Arguments.TryGet(ExchangeDeclaration.AlternateExchangeArgument, out var alternate)
                && !alternate.TryGetString(out _))
            {
                throw ExchangeErrors.InvalidArgumentType(
                    declaration.Name, Name, ExchangeDeclaration.AlternateExchangeArgument, alternate.TypeName);
            }

            _topology.Add(declaration);
        }
    }

    /// <summary>Finds that an exchange is there (exchange.declare, passive).</summary>
    /// <exception cref="Protocol.ChannelException">404 when it is not, 403 for the default exchange.</exception>
    public void AssertExchange(string name)
    {
        RefuseDefaultExchange(name);
        lock (_gate)
        {
            RequireExchange(name);
        }
    }

    /// <summary>Deletes an exchange with its bindings; one that is not there is no error.</summary>
    /// <exception cref="Protocol.ChannelException">403 for the broker's own exchanges, 406 when <paramref name="ifUnused"/> and bound from.</exception>
    public void DeleteExchange(string name, bool ifUnused)
    {
        RefuseDefaultExchange(name);
        if (ServerNames.IsReserved(name))
        {
            throw ExchangeErrors.SystemExchange(name, Name);
        }

        lock (_gate)
        {
            if (_topology.FindExchange(name) is not { } exchange)
            {
                return;
            }

            if (ifUnused && exchange.IsInUse)
            {
                throw ExchangeErrors.InUse(name, Name);
            }

            _topology.Remove(exchange);
        }
    }

    /// <summary>Binds an exchange to an exchange; an equal binding there already is no error.</summary>
    /// <exception cref="Protocol.ChannelException">404, 403 for the default exchange, 406 for arguments the source cannot match by.</exception>
    public void BindExchange(string destination, string source, string routingKey, FieldTable arguments)
    {
        RefuseDefaultExchange(source);
        RefuseDefaultExchange(destination);
        lock (_gate)
        {
            var from = RequireExchange(source);
            var to = RequireExchange(destination);
            from.Declaration.Type.ValidateBinding(arguments);
            _topology.Add(Binding.ToExchange(from, to, routingKey, arguments));
        }
    }

    /// <summary>Removes a binding between exchanges; nothing there to remove is no error.</summary>
    /// <exception cref="Protocol.ChannelException">403 for the default exchange.</exception>
    public void UnbindExchange(string destination, string source, string routingKey, FieldTable arguments)
    {
        RefuseDefaultExchange(source);
        RefuseDefaultExchange(destination);
        lock (_gate)
        {
            if (_topology.FindExchange(source) is { } from && _topology.FindExchange(destination) is { } to)
            {
                _topology.Remove(Binding.ToExchange(from, to, routingKey, arguments));
            }
        }
    }

    /// <summary>Binds a queue; an equal binding there already is no error.</summary>
    /// <param name="queue">The queue's name.</param>
    /// <param name="exchange">The exchange to bind from.</param>
    /// <param name="routingKey">The binding key.</param>
    /// <param name="arguments">What a headers exchange matches on.</param>
    /// <param name="user">The connection that asks.</param>
    /// <exception cref="Protocol.ChannelException">404, 405 when exclusive to another connection, 403 for the default exchange, 406.</exception>
    public void BindQueue(string queue, string exchange, string routingKey, FieldTable arguments, object user)
    {
        RefuseDefaultExchange(exchange);
        lock (_gate)
        {
            var to = RequireQueue(queue, user);
            var from = RequireExchange(exchange);
            from.Declaration.Type.ValidateBinding(arguments);
            _topology.Add(Binding.ToQueue(from, to, routingKey, arguments));
        }
    }

    /// <summary>Removes a binding of a queue; nothing there to remove is no error.</summary>
    /// <exception cref="Protocol.ChannelException">405 when exclusive to another connection, 403 for the default exchange.</exception>
    public void UnbindQueue(string queue, string exchange, string routingKey, FieldTable arguments, object user)
    {
        RefuseDefaultExchange(exchange);
        lock (_gate)
        {
            if (_topology.FindQueue(queue) is { } to && _topology.FindExchange(exchange) is { } from)
            {
                RefuseLocked(to, user);
                _topology.Remove(Binding.ToQueue(from, to, routingKey, arguments));
            }
        }
    }

    /// <summary>Makes a queue, or finds that it is there and means the same.</summary>
    /// <param name="declaration">What is declared; its name is not empty.</param>
    /// <param name="user">The connection that asks.</param>
    /// <exception cref="Protocol.ChannelException">405 when exclusive to another connection, 406 when inequivalent or invalid.</exception>
    public Queue DeclareQueue(QueueDeclaration declaration, object user)
    {
        ArgumentNullException.ThrowIfNull(declaration);
        lock (_gate)
        {
            if (_topology.FindQueue(declaration.Name) is { } existing)
            {
                RefuseLocked(existing, user);
                QueueEquivalence.Assert(Name, declaration, existing.Declaration);
                return existing;
            }

            QueueArguments.Validate(declaration.Name, Name, declaration.Arguments);
            var queue = new ClassicQueue(Name, declaration);
            _topology.Add(queue);
            return queue;
        }
    }

    /// <summary>Finds a queue for a connection's use.</summary>
    /// <exception cref="Protocol.ChannelException">404 when it is not there, 405 when exclusive to another connection.</exception>
    public Queue GetQueue(string name, object user)
    {
        lock (_gate)
        {
            return RequireQueue(name, user);
        }
    }

    /// <summary>Finds a queue for a connection's use; null when it is not there.</summary>
    /// <exception cref="Protocol.ChannelException">405 when exclusive to another connection.</exception>
    public Queue? FindQueue(string name, object user)
    {
        lock (_gate)
        {
            if (_topology.FindQueue(name) is { } queue)
            {
                RefuseLocked(queue, user);
                return queue;
            }

            return null;
        }
    }

    /// <summary>Deletes a queue with its bindings and messages.</summary>
    /// <returns>What was done; tell the consumers by <see cref="QueueDeletion.NotifyConsumers"/>.</returns>
    /// <exception cref="Protocol.ChannelException">406 when a condition does not hold.</exception>
    public QueueDeletion DeleteQueue(Queue queue, QueueDeleteConditions conditions = QueueDeleteConditions.None)
    {
        ArgumentNullException.ThrowIfNull(queue);

        // First the queue refuses work, under its own lock, then it leaves the registry: never two locks at once.
        var deletion = queue.Delete(conditions);
        switch (deletion.Outcome)
        {
            case QueueDeleteOutcome.NotEmpty:
                throw QueueErrors.NotEmpty(queue.Name, Name);
            case QueueDeleteOutcome.InUse:
                throw QueueErrors.InUse(queue.Name, Name);
            default:
                lock (_gate)
                {
                    _topology.Remove(queue);
                }

                return deletion;
        }
    }

    /// <summary>Deletes an auto-delete queue that has lost its last consumer, unless another has come meanwhile.</summary>
    public void DeleteUnusedQueue(Queue queue)
    {
        ArgumentNullException.ThrowIfNull(queue);
        if (queue.Delete(QueueDeleteConditions.IfUnused).Outcome == QueueDeleteOutcome.Deleted)
        {
            lock (_gate)
            {
                _topology.Remove(queue);
            }
        }
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
    /// <param name="headers">The headers; null to learn whether they matter.</param>
    /// <param name="wireBytes">Exchange and routing key as on the wire; the route keeps them.</param>
    /// <exception cref="Protocol.ChannelException">404: no such exchange. 403: the exchange is internal.</exception>
    public Route Route(string exchange, ReadOnlySpan<string> routingKeys, FieldTable? headers, byte[] wireBytes)
    {
        lock (_gate)
        {
            var first = RequireExchange(exchange);
            if (first.Declaration.IsInternal)
            {
                throw ExchangeErrors.InternalExchange(exchange, Name);
            }

            var queues = _router.Match(first, routingKeys, headers, out var dependsOnHeaders);
            return new Route(wireBytes, queues, _topology.Version, dependsOnHeaders);
        }
    }

    private static void RefuseDefaultExchange(string name)
    {
        if (name.Length == 0)
        {
            throw ExchangeErrors.DefaultExchange();
        }
    }

    private Exchange RequireExchange(string name) => _topology.FindExchange(name) ?? throw ExchangeErrors.NotFound(name, Name);

    private Queue RequireQueue(string name, object user)
    {
        var queue = _topology.FindQueue(name) ?? throw QueueErrors.NotFound(name, Name);
        RefuseLocked(queue, user);
        return queue;
    }

    private void RefuseLocked(Queue queue, object user)
    {
        if (queue.Declaration.ExclusiveOwner is { } owner && !ReferenceEquals(owner, user))
        {
            throw QueueErrors.Locked(queue.Name, Name);
        }
    }
}
