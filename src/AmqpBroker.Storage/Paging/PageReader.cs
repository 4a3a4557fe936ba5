using System.Collections.Concurrent;
using System.Threading.Channels;

namespace AmqpBroker.Storage.Paging;

/// <summary>Brings segments back into memory for the logs that asked, in turn, a segment at a time.</summary>
/// <remarks>Confined to its own thread, but for <see cref="Request"/>.</remarks>
internal sealed class PageReader(PagingBudget budget, IPagerObserver observer)
{
    /// <summary>A disk may fail once and not again.</summary>
    private const int Attempts = 3;

    private readonly Channel<IPageable> _asking = Channel.CreateUnbounded<IPageable>(new UnboundedChannelOptions { SingleReader = true });
    private readonly ConcurrentDictionary<IPageable, bool> _asked = new();
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Start() => new Thread(Run) { IsBackground = true, Name = "Page reader" }.Start();

    /// <summary>Notes that a log wants its next segments. Any thread.</summary>
    public void Request(IPageable log)
    {
        if (_asked.TryAdd(log, true))
        {
            _asking.Writer.TryWrite(log);
        }
    }

    public Task StopAsync()
    {
        _asking.Writer.TryComplete();
        return _ended.Task;
    }

    private void Run()
    {
        while (_asking.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            while (_asking.Reader.TryRead(out var log))
            {
                // Before it is served, so that who asks meanwhile is served again.
                _asked.TryRemove(log, out _);
                if (log.BeginPageIn(budget.ReadAhead) is { } job)
                {
                    Serve(log, job);
                    Request(log);
                }
            }
        }

        _ended.SetResult();
    }

    private void Serve(IPageable log, PageIn job)
    {
        var error = TryRead(job);
        var lost = log.EndPageIn(new PagedIn(job, isRead: error is null));
        if (error is not null)
        {
            observer.OnLost(log, lost, error);
        }
    }

    private static IOException? TryRead(PageIn job)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                job.Read();
                return null;
            }
            catch (IOException error)
            {
                if (attempt == Attempts)
                {
                    return error;
                }
            }
        }
    }
}
