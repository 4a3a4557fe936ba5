using System.Diagnostics.CodeAnalysis;

namespace AmqpBroker.Core.VirtualHosts;

/// <summary>Tells everything that goes with something that it is deleted. Any thread.</summary>
[SuppressMessage("Design", "CA1001", Justification = "A source without a timer holds nothing that has to be given back.")]
internal sealed class DeletionSignal
{
    private readonly CancellationTokenSource _source = new();

    /// <summary>Cancelled by the deletion.</summary>
    public CancellationToken Token => _source.Token;

    /// <summary>Calls whoever wants to know.</summary>
    public void Give() => _source.Cancel();
}
