using AmqpBroker.Core.Deduplication;
using AmqpBroker.Core.Exchanges;
using AmqpBroker.Core.Metadata;
using AmqpBroker.Protocol.Errors;

namespace AmqpBroker.Core.VirtualHosts;

/// <summary>Judges what clients want done to exchanges. Guarded by the virtual host.</summary>
internal sealed class ExchangeChanges(string virtualHost, Topology topology, Claims claims, IMetadataStore store, ExchangeFactory exchanges)
{
    public Decision Declare(ExchangeDeclaration declaration)
    {
        var key = ClaimKey.Exchange(declaration.Name);
        if (claims.IsChanging(key, out var change))
        {
            return Decision.WaitFor(change);
        }

        if (topology.FindExchange(declaration.Name) is { } existing)
        {
            ExchangeEquivalence.Assert(virtualHost, declaration, existing.Declaration);
            return Decision.Done;
        }

        Validate(virtualHost, declaration);
        _ = declaration.Type.CreateTable(declaration.Arguments);
        if (declaration.IsDurable)
        {
            var stored = declaration.Type.IsDelaying || DeduplicationArguments.KeepsIds(declaration) ? declaration with { ContentsId = store.NextQueueId() } : declaration;
            return Decision.Commit(new ExchangeDeclared(virtualHost, stored), new Claim().AddAlone(key));
        }

        topology.Add(exchanges.Create(declaration));
        return Decision.Done;
    }

    public Decision Delete(string name, bool ifUnused)
    {
        if (topology.FindExchange(name) is not { } exchange)
        {
            return Decision.Done;
        }

        var removal = Removal.Of(topology, exchange);
        if (claims.IsObstructed(removal.Claim, out var obstacle))
        {
            return Decision.WaitFor(obstacle);
        }

        if (ifUnused && exchange.IsInUse)
        {
            throw ExchangeErrors.InUse(name, virtualHost);
        }

        var command = exchange.Declaration.IsDurable
            ? new ExchangeDeleted(virtualHost, name) { AutoDeleted = removal.AutoDeleted }
            : removal.ForDurableOnly(virtualHost);
        if (command is not null)
        {
            return Decision.Commit(command, removal.Claim);
        }

        topology.Remove(exchange);
        return Decision.Done;
    }

    /// <summary>Refuses an exchange that could not be declared where there is none of its name.</summary>
    /// <exception cref="Protocol.ChannelException">403 or 406: what is wrong.</exception>
    public static void Validate(string virtualHost, ExchangeDeclaration declaration)
    {
        if (ServerNames.IsReserved(declaration.Name))
        {
            throw ExchangeErrors.ReservedName(declaration.Name);
        }

        DeduplicationArguments.Validate(declaration);
        const string argument = ExchangeDeclaration.AlternateExchangeArgument;
        if (declaration.Arguments.TryGet(argument, out var alternate) && !alternate.TryGetString(out _))
        {
            throw ExchangeErrors.InvalidArgumentType(declaration.Name, virtualHost, argument, alternate.TypeName);
        }
    }
}
