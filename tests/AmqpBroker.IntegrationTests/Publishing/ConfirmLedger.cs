namespace AmqpBroker.IntegrationTests.Publishing;

/// <summary>Which sequence numbers the broker has confirmed.</summary>
/// <remarks>Confined: the client raises a channel's confirms one after the other.</remarks>
internal sealed class ConfirmLedger(int published)
{
    private readonly SortedSet<ulong> _unconfirmed = new(Enumerable.Range(1, published).Select(n => (ulong)n));
    private readonly TaskCompletionSource _complete = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes when every number has been confirmed.</summary>
    public Task Complete => _complete.Task;

    /// <summary>How many confirms named a number that was confirmed before, or never given.</summary>
    public int ConfirmedTwice { get; private set; }

    public Task RecordAsync(ulong sequenceNumber, bool multiple)
    {
        if (!_unconfirmed.Remove(sequenceNumber))
        {
            ConfirmedTwice++;
        }

        while (multiple && _unconfirmed.Count > 0 && _unconfirmed.Min < sequenceNumber)
        {
            _unconfirmed.Remove(_unconfirmed.Min);
        }

        if (_unconfirmed.Count == 0)
        {
            _complete.TrySetResult();
        }

        return Task.CompletedTask;
    }
}
