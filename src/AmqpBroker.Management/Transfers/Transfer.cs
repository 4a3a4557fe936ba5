using AmqpBroker.Core.Publishing;
using AmqpBroker.Core.Queues;
using AmqpBroker.Management.Api;
using AmqpBroker.Protocol;

namespace AmqpBroker.Management.Transfers;

/// <summary>One transfer of messages from a queue to an exchange. Confined to its own loop; the figures may be read by anyone.</summary>
/// <remarks>
/// Messages are looked at in batches, and those that are to move are taken one by one where they stand, so that what has come since the beginning
/// stays untouched. A message is done with when its copy is as safe as it was; what cannot be published goes back.
/// </remarks>
internal sealed class Transfer(string id, TransferOrder order, IMessagePublisher publisher, TimeProvider time) : IDisposable
{
    private const int BatchSize = 64;

    private readonly CancellationTokenSource _cancellation = new();
    private readonly long _end = order.Source.EndPosition;
    private volatile string? _reason;
    private long _moved;
    private long _skipped;
    private volatile TransferState _state;

    public string Id => id;

    public TransferOrder Order => order;

    public DateTimeOffset StartedAt { get; } = time.GetUtcNow();

    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>How many there are to transfer, as far as it is known at the beginning.</summary>
    public long Total { get; } = Math.Min(order.Count ?? long.MaxValue, order.Positions?.Count ?? order.Source.Count().Ready);

    public long Moved => Volatile.Read(ref _moved);

    /// <summary>Chosen ones left where they are, since they are on disk behind others.</summary>
    public long Skipped => Volatile.Read(ref _skipped);

    public TransferState State => _state;

    /// <summary>Why it failed.</summary>
    public string? Reason => _reason;

    /// <summary>Has it end after the batch under way.</summary>
    public void Cancel() => _cancellation.Cancel();

    /// <summary>Runs it to its end; throws nothing.</summary>
    public async Task RunAsync()
    {
        var state = TransferState.Done;
        try
        {
            await TransferAllAsync(_cancellation.Token);
        }
        catch (OperationCanceledException)
        {
            state = TransferState.Cancelled;
        }
        catch (Exception exception) when (exception is TransferException or AmqpException or ApiException or IOException)
        {
            _reason = exception is AmqpException refused ? refused.ReplyText : exception.Message;
            state = TransferState.Failed;
        }

        EndedAt = time.GetUtcNow();
        _state = state;
    }

    public void Dispose() => _cancellation.Dispose();

    private async Task TransferAllAsync(CancellationToken cancellationToken)
    {
        BrowsePlace? after = null;
        do
        {
            var wanted = Math.Min(order.Rate is { } rate ? Math.Clamp(rate / 10, 1, BatchSize) : BatchSize, Total - Moved - Skipped);
            if (wanted <= 0)
            {
                return;
            }

            var page = await order.Source.BrowseAsync(
                new BrowseRequest { After = after, Count = (int)wanted, MostOfBody = order.IsCopy ? int.MaxValue : 0, Filter = IsWanted }, cancellationToken);
            after = page.Next;
            await (order.IsCopy ? CopyAsync(page.Messages, cancellationToken) : MoveAsync(page.Messages, cancellationToken));
            if (order.Rate is { } limit)
            {
                await Task.Delay(TimeSpan.FromSeconds(page.Messages.Count / (double)limit), time, cancellationToken);
            }
        }
        while (after is not null);
    }

    private bool IsWanted(BrowsedMessage message) => message.Position < _end && order.Positions?.Contains(message.Position) != false;

    private async Task CopyAsync(IReadOnlyList<BrowsedMessage> messages, CancellationToken cancellationToken)
    {
        var sent = new List<Task>();
        try
        {
            foreach (var message in messages)
            {
                cancellationToken.ThrowIfCancellationRequested();
                sent.Add(PublishAsync(TransferredMessage.Read(order, message.Position, message.Bytes.Span)));
                if (sent[^1].IsFaulted)
                {
                    return;
                }
            }
        }
        finally
        {
            await CountAsync(sent);
        }
    }

    private async Task MoveAsync(IReadOnlyList<BrowsedMessage> messages, CancellationToken cancellationToken)
    {
        var taken = new List<GotMessage>();
        var sent = new List<Task>();
        try
        {
            foreach (var message in messages)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (await TakeAsync(message.Place, cancellationToken) is not { } got)
                {
                    continue;
                }

                taken.Add(got);
                sent.Add(PublishAsync(TransferredMessage.Read(order, got.Record.Position, got.Record.Bytes)));
                if (sent[^1].IsFaulted)
                {
                    return;
                }
            }
        }
        finally
        {
            try
            {
                await CountAsync(sent);
            }
            finally
            {
                Settle(taken, sent);
            }
        }
    }

    /// <summary>Takes a message; null when somebody else has, or it is on disk behind others.</summary>
    private async ValueTask<GotMessage?> TakeAsync(BrowsePlace place, CancellationToken cancellationToken)
    {
        while (true)
        {
            if (order.Source.TryTake(in place, out var message, out var isOnDisk))
            {
                return message;
            }

            if (!isOnDisk)
            {
                return null;
            }

            if (order.Source.TryFetchFirst(out var fetched) && !fetched.IsCompleted)
            {
                await fetched.WaitAsync(cancellationToken);
            }
            else if (!order.Source.TryTake(in place, out message, out isOnDisk))
            {
                // Not the first one's page: only that is brought back.
                Interlocked.Add(ref _skipped, isOnDisk ? 1 : 0);
                return null;
            }
            else
            {
                return message;
            }
        }
    }

    private async Task PublishAsync(SingleMessage message)
    {
        order.Caller.RequireExchange(Core.Permissions.Right.Write, order.VirtualHost, message.Exchange);
        order.Caller.RequireTopic(Core.Permissions.Right.Write, order.VirtualHost, message.Exchange, message.RoutingKey);

        // Not given up when the transfer is: nobody would know whether the message is there.
        var outcome = await publisher.PublishAsync(order.VirtualHost, message, CancellationToken.None);
        if (outcome != PublishOutcome.Routed)
        {
            throw new TransferException(outcome == PublishOutcome.Refused
                ? $"a queue refused a message: exchange '{message.Exchange}', routing key '{message.RoutingKey}'"
                : $"no queue takes a message: exchange '{message.Exchange}', routing key '{message.RoutingKey}'");
        }
    }

    private async Task CountAsync(List<Task> sent)
    {
        try
        {
            await Task.WhenAll(sent);
        }
        finally
        {
            Interlocked.Add(ref _moved, sent.Count(static task => task.IsCompletedSuccessfully));
        }
    }

    private void Settle(List<GotMessage> taken, List<Task> sent)
    {
        for (var i = 0; i < taken.Count; i++)
        {
            var isSent = i < sent.Count && sent[i].IsCompletedSuccessfully;
            order.Source.Settle([new SettledDelivery(taken[i].Record, null)], isSent ? SettleOutcome.Acknowledge : SettleOutcome.Requeue);
        }

        order.Source.Dispatch();
    }
}
