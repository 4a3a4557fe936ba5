using System.Collections.Immutable;
using AmqpBroker.Core.Exchanges;
using AmqpBroker.Core.Metadata;
using AmqpBroker.Core.Queues;

namespace AmqpBroker.Core.VirtualHosts;

/// <summary>What goes along with something that is removed: the auto-delete exchanges that lose their last binding, and so on.</summary>
/// <remarks>Worked out under the topology lock, and true for as long as its claim is held.</remarks>
internal sealed class Removal
{
    private readonly Topology _topology;
    private readonly ImmutableArray<string>.Builder _autoDeleted = ImmutableArray.CreateBuilder<string>();
    private readonly Dictionary<Exchange, int> _bindingsLost = [];
    private readonly HashSet<object> _gone = [];
    private readonly Queue<object> _going = new();

    private Removal(Topology topology) => _topology = topology;

    /// <summary>Everything that decides what goes.</summary>
    public Claim Claim { get; } = new();

    /// <summary>The durable ones among the exchanges that go along.</summary>
    public ImmutableArray<string> AutoDeleted { get; private set; }

    public static Removal Of(Topology topology, Queue queue)
    {
        var removal = new Removal(topology);
        removal.Claim.AddAlone(ClaimKey.Queue(queue.Name));
        removal.Go(queue);
        return removal.Complete();
    }

    public static Removal Of(Topology topology, Exchange exchange)
    {
        var removal = new Removal(topology);
        removal.Claim.AddAlone(ClaimKey.Exchange(exchange.Name));
        removal.Go(exchange);
        return removal.Complete();
    }

    public static Removal Of(Topology topology, Binding binding)
    {
        var removal = new Removal(topology);
        removal.Lose(binding);
        removal.Claim.AddAlone(ClaimKey.Binding(binding))
            .AddShared(ClaimKey.Exchange(binding.Source.Name))
            .AddShared(ClaimKey.DestinationOf(binding));
        return removal.Complete();
    }

    /// <summary>
    /// The command for the durable things that go along with something that is not durable; null when there are none.
    /// </summary>
    public MetadataCommand? ForDurableOnly(string virtualHost) =>
        AutoDeleted.IsEmpty ? null : new ExchangeDeleted(virtualHost, AutoDeleted[0]) { AutoDeleted = AutoDeleted[1..] };

    private Removal Complete()
    {
        // One after the other, not each inside the one before: clients make chains longer than any stack.
        while (_going.TryDequeue(out var destination))
        {
            foreach (var binding in _topology.BindingsTo(destination))
            {
                Lose(binding);
            }
        }

        AutoDeleted = _autoDeleted.DrainToImmutable();
        return this;
    }

    private void Lose(Binding binding)
    {
        var source = binding.Source;
        if (!source.Declaration.IsAutoDelete || _gone.Contains(source))
        {
            return;
        }

        // Alone, whether or not it goes: it does not when it has another binding, which must then stay.
        Claim.AddAlone(ClaimKey.Exchange(source.Name));
        var lost = _bindingsLost[source] = _bindingsLost.GetValueOrDefault(source) + 1;
        if (lost == source.Bindings.Count)
        {
            Go(source);
            if (source.Declaration.IsDurable)
            {
                _autoDeleted.Add(source.Name);
            }
        }
    }

    private void Go(object destination)
    {
        _gone.Add(destination);
        _going.Enqueue(destination);
    }
}
