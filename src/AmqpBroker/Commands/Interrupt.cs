using System.Runtime.InteropServices;

namespace AmqpBroker.Commands;

/// <summary>Turns the first Ctrl-C or SIGTERM into a token; a later one ends the process as ever.</summary>
internal sealed class Interrupt : IDisposable
{
    /// <summary>A terminal or a supervisor may send the same wish twice at once, to the process and to its group.</summary>
    private static readonly TimeSpan SameWish = TimeSpan.FromSeconds(1);

    private readonly CancellationTokenSource _source = new();
    private readonly PosixSignalRegistration[] _signals;
    private long _first;

    public Interrupt()
    {
        _signals = [Register(PosixSignal.SIGINT), Register(PosixSignal.SIGTERM)];
    }

    public CancellationToken Token => _source.Token;

    public void Dispose()
    {
        foreach (var signal in _signals)
        {
            signal.Dispose();
        }

        _source.Dispose();
    }

    private PosixSignalRegistration Register(PosixSignal signal) => PosixSignalRegistration.Create(signal, context =>
    {
        var now = TimeProvider.System.GetTimestamp();
        var first = Interlocked.CompareExchange(ref _first, now, 0);
        context.Cancel = first == 0 || TimeProvider.System.GetElapsedTime(first, now) < SameWish;
        _source.Cancel();
    });
}
