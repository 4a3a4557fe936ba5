namespace AmqpBroker.Storage.WriteAhead;

/// <summary>Lets any number wait for the next step of one who makes steps. Guarded by its own lock; free when nobody waits.</summary>
/// <param name="owner">Who makes the steps, for the error.</param>
internal sealed class Progress(Type owner)
{
    private readonly Lock _lock = new();
    private TaskCompletionSource? _next;
    private bool _isEnded;

    /// <summary>Ends with the next step after this call; fails when there will be none.</summary>
    public Task NextAsync()
    {
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_isEnded, owner);

            _next ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return _next.Task;
        }
    }

    public void Step() => Take(isEnd: false)?.SetResult();

    public void End() => Take(isEnd: true)?.SetException(new ObjectDisposedException(owner.Name));

    private TaskCompletionSource? Take(bool isEnd)
    {
        lock (_lock)
        {
            var next = _next;
            _next = null;
            _isEnded |= isEnd;
            return next;
        }
    }
}
