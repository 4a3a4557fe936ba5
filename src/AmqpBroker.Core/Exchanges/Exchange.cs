using AmqpBroker.Core.Deduplication;
using AmqpBroker.Core.Delays;
using AmqpBroker.Core.Policies;
using AmqpBroker.Core.Statistics;
using AmqpBroker.Protocol.Fields;

namespace AmqpBroker.Core.Exchanges;

/// <summary>An exchange: identity, attributes and the bindings from it. Its bindings are guarded by the topology lock.</summary>
public sealed class Exchange
{
    private readonly HashSet<Binding> _bindings = [];
    private readonly IRoutingTable _table;
    private volatile HeldPolicy _held = HeldPolicy.None;

    /// <param name="declaration">What it is declared with.</param>
    /// <param name="delay">Keeps its messages until they fall due; null for an exchange that delays none.</param>
    /// <param name="ids">Keeps over a restart the ids it has let through; null for an exchange that does not, or only while it is there.</param>
    internal Exchange(ExchangeDeclaration declaration, DelayQueue? delay = null, DeduplicationCache? ids = null)
    {
        Declaration = declaration;
        Delay = delay;
        _table = declaration.Type.CreateTable(declaration.Arguments);
        Deduplication = ids ?? (DeduplicationArguments.IsDeduplicating(declaration) ? DeduplicationArguments.CreateCache(declaration) : null);
    }

    /// <summary>What the exchange was declared with.</summary>
    public ExchangeDeclaration Declaration { get; }

    /// <summary>The name, unique in its virtual host; empty for the default exchange.</summary>
    public string Name => Declaration.Name;

    /// <summary>What has been published to it.</summary>
    public StatHolder Statistics { get; } = new();

    /// <summary>The ids it has let through lately; null for an exchange that does not deduplicate.</summary>
    public DeduplicationCache? Deduplication { get; }

    /// <summary>What policies say of it; may be read by any thread.</summary>
    public EffectivePolicy Policy => _held.Policy;

    /// <summary>Where messages go that find no queue here, as its arguments or else its policies say; null for nowhere, as from the default exchange always.</summary>
    internal string? AlternateExchange { get; private set; }

    /// <summary>The policy it is under, and since when.</summary>
    internal HeldPolicy Held => _held;

    /// <summary>Whether messages are bound to go on from here; bindings that only lead here do not count.</summary>
    internal bool IsInUse => _bindings.Count > 0;

    /// <summary>Keeps its messages until they fall due; null for an exchange that delays none.</summary>
    internal DelayQueue? Delay { get; }

    /// <summary>How many bindings there are from here.</summary>
    public int BindingCount => _bindings.Count;

    internal IReadOnlyCollection<Binding> Bindings => _bindings;

    internal bool Has(Binding binding) => _bindings.Contains(binding);

    /// <summary>Refuses what this exchange cannot bind with.</summary>
    /// <exception cref="Protocol.ChannelException">406: the binding key or an argument is invalid.</exception>
    internal void ValidateBinding(string routingKey, FieldTable arguments) => _table.ValidateBinding(routingKey, arguments);

    /// <summary>Comes under a policy; one found by older rules than the one it is under makes no difference.</summary>
    internal void Hold(HeldPolicy held)
    {
        if (held.Version >= _held.Version)
        {
            _held = held;
            AlternateExchange = Name.Length == 0 ? null : Declaration.AlternateExchange ?? held.Policy.Text(PolicyKeys.AlternateExchange);
        }
    }

    /// <summary>Adds a binding; one equal to it makes no difference.</summary>
    internal bool Bind(Binding binding)
    {
        if (!_bindings.Add(binding))
        {
            return false;
        }

        _table.Add(binding);
        return true;
    }

    /// <summary>Removes the binding equal to <paramref name="binding"/>, if there is one.</summary>
    internal bool Unbind(Binding binding)
    {
        if (!_bindings.Remove(binding))
        {
            return false;
        }

        _table.Remove(binding);
        return true;
    }

    internal void Match(in RoutingContext message, BindingMatches matches)
    {
        if (Delay is not null)
        {
            matches.DependsOnMessage = true;
            if (message.Properties is { } properties && DelayHeader.TryRead(properties, out _))
            {
                matches.Add(Delay);
                return;
            }
        }

        _table.Match(in message, matches);
    }
}
