namespace AmqpBroker.Core.Queues;

/// <content>How ready messages are looked at without being taken.</content>
public sealed partial class ClassicQueue
{
    /// <inheritdoc/>
    public override async ValueTask<BrowsedMessages> BrowseAsync(BrowseRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        await Restored.WaitAsync(cancellationToken);
        using var browser = new QueueBrowser(request, (_site?.Time ?? TimeProvider.System).GetUtcNow().ToUnixTimeMilliseconds());
        var stop = BrowseStop.Paused;
        while (stop != BrowseStop.End && !browser.HasMore)
        {
            cancellationToken.ThrowIfCancellationRequested();
            stop = BrowseNext(browser);
        }

        lock (_gate)
        {
            return new BrowsedMessages(
                [.. browser.Shown.Select(message => message with { FailedDeliveries = _messages.CountFailed(message.Position) })],
                _messages.Ready,
                browser.HasMore ? browser.Last : null);
        }
    }

    /// <inheritdoc/>
    public override bool TryTake(in BrowsePlace place, out GotMessage message, out bool isOnDisk)
    {
        lock (_gate)
        {
            var isTaken = _deliveries.TryTake(in place, out var record, out var isRedelivered, out isOnDisk);
            message = isTaken ? new GotMessage(record, isRedelivered, _messages.Ready, _messages.CountFailed(in record)) : default;
            return isTaken;
        }
    }

    private BrowseStop BrowseNext(QueueBrowser browser)
    {
        BrowseStop stop;
        lock (_gate)
        {
            stop = browser.Step(_messages.Lines);
        }

        // What was copied before the step came to the disk stands before what is there.
        browser.Filter();
        browser.Order();
        if (stop == BrowseStop.OnDisk && browser.WantsPage())
        {
            BrowsePage(browser);
        }

        return stop;
    }

    private void BrowsePage(QueueBrowser browser)
    {
        var error = browser.Log.TryReadPage();
        bool isStill;
        lock (_gate)
        {
            isStill = browser.Log.IsPageStill;
        }

        // Otherwise it has come back to memory meanwhile, or is gone, and the next step finds out.
        if (isStill)
        {
            if (error is not null)
            {
                throw new IOException($"messages of queue '{Name}' in vhost '{VirtualHost}' cannot be read from disk", error);
            }

            browser.CopyPage();
        }
    }
}
