using AmqpBroker.Core.Queues;

namespace AmqpBroker.Core.Exchanges;

/// <summary>Collects where a message goes: each queue once, each exchange visited once. Guarded by the topology lock; reused.</summary>
internal sealed class BindingMatches
{
    private readonly HashSet<Queue> _seen = [];
    private readonly HashSet<Exchange> _visited = [];
    private readonly Queue<Exchange> _pending = new();

    /// <summary>The queues in the order they were found.</summary>
    public List<Queue> Queues { get; } = [];

    /// <summary>Whether an exchange looked at more than the key: then the answer holds for this message only.</summary>
    public bool DependsOnMessage { get; set; }

    /// <summary>What matched so far, whether or not it led anywhere new.</summary>
    public int Matched { get; private set; }

    /// <summary>Takes the bindings themselves, where someone wants to know them; null elsewhere.</summary>
    public List<Binding>? Recorded { get; init; }

    public void Add(Binding binding)
    {
        Recorded?.Add(binding);
        if (binding.Queue is { } queue)
        {
            Add(queue);
        }
        else if (binding.Exchange is { } exchange)
        {
            Matched++;
            Visit(exchange);
        }
    }

    public void Add(Queue queue)
    {
        Matched++;
        if (_seen.Add(queue))
        {
            Queues.Add(queue);
        }
    }

    public void Visit(Exchange exchange)
    {
        if (_visited.Add(exchange))
        {
            _pending.Enqueue(exchange);
        }
    }

    public bool TryNextExchange([System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out Exchange? exchange) =>
        _pending.TryDequeue(out exchange);

    public void Clear()
    {
        _seen.Clear();
        _visited.Clear();
        _pending.Clear();
        Queues.Clear();
        DependsOnMessage = false;
        Matched = 0;
    }
}
