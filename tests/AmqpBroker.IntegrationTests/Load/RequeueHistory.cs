namespace AmqpBroker.IntegrationTests.Load;

/// <summary>What one consumer has seen of messages numbered from 0, and whether a queue may show it so.</summary>
/// <remarks>
/// First deliveries come in order. A requeued message goes back to its place, before everything that was not delivered
/// yet; only deliveries that were on their way already may come before it.
/// </remarks>
/// <param name="messages">How many there are.</param>
/// <param name="mostOvertaking">How many deliveries may be under way at most: far less than wait behind them.</param>
internal sealed class RequeueHistory(int messages, int mostOvertaking)
{
    private const int MaximumFaults = 20;

    private readonly bool[] _isAcknowledged = new bool[messages];
    private readonly Dictionary<int, int> _requeued = [];
    private readonly List<string> _faults = [];
    private int _nextFirst;
    private int _deliveries;

    public IReadOnlyList<string> Faults => _faults;

    public int Acknowledged { get; private set; }

    public int Requeued { get; private set; }

    public void Delivered(int number, bool redelivered)
    {
        _deliveries++;
        if (_isAcknowledged[number])
        {
            Fault($"{number} came again after it had been acknowledged");
        }

        if (redelivered)
        {
            var wasRequeued = _requeued.Remove(number, out var deliveriesBefore);
            Check(wasRequeued, $"{number} came as redelivered, but was not requeued");
            var overtaken = _deliveries - deliveriesBefore;
            Check(overtaken <= mostOvertaking, $"{number} was requeued, but {overtaken} deliveries came before it");
            return;
        }

        Check(number == _nextFirst, $"{number} came for the first time when {_nextFirst} was due");
        _nextFirst = number + 1;
    }

    public void Requeue(int number)
    {
        Requeued++;
        _requeued.Add(number, _deliveries);
    }

    public void Acknowledge(int number)
    {
        Acknowledged++;
        _isAcknowledged[number] = true;
    }

    private void Check(bool holds, string fault)
    {
        if (!holds)
        {
            Fault(fault);
        }
    }

    private void Fault(string fault)
    {
        if (_faults.Count < MaximumFaults)
        {
            _faults.Add(fault);
        }
    }
}
