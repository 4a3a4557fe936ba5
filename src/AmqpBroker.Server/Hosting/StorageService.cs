using AmqpBroker.Core;
using AmqpBroker.Core.Metadata;
using AmqpBroker.Core.Persistence;
using AmqpBroker.Storage.Files;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AmqpBroker.Server.Hosting;

/// <summary>Opens the data directory before anyone is let in, keeps it in order, and closes it after everyone is out.</summary>
/// <remarks>
/// Messages are put back while clients are served already, where that is safe (<see cref="BrokerStore.BeginRestoring"/>); a failure of that
/// stops the host, since nobody could get at the messages.
/// </remarks>
internal sealed class StorageService(
    IOptions<AmqpBrokerOptions> options,
    BrokerHolder holder,
    TimeProvider timeProvider,
    IHostApplicationLifetime lifetime,
    ILogger<StorageService> logger,
    ILogger<Broker> brokerLogger,
    FileActivity activity,
    IStorageFiles? files = null) : IHostedService, IAsyncDisposable
{
    /// <summary>How often files that hold nothing live are looked for.</summary>
    private static readonly TimeSpan CleaningInterval = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan LastGrace = TimeSpan.FromSeconds(0.5);

    private readonly CancellationTokenSource _stopping = new();
    private BrokerStore? _store;
    private Broker? _broker;
    private CancellationTokenRegistration _stop;
    private Task _restoring = Task.CompletedTask;
    private Task _cleaning = Task.CompletedTask;
    private AmqpBrokerStartException? _failure;
    private Task? _closing;

    /// <inheritdoc/>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var storage = options.Value.Storage;
        if (storage.DataDirectory is not { } directory)
        {
            _broker = new Broker(timeProvider, logger: brokerLogger, access: options.Value.Amqp.ToAccessSettings(), samplingInterval: options.Value.Statistics.SamplingInterval);
            await _broker.FoundAsync();
            holder.Set(_broker);
            return;
        }

        var settings = new BrokerStoreSettings
        {
            Directory = directory,
            SyncsEveryCommit = storage.Durability == Durability.Fsync,
            MemoryLimit = storage.MemoryLimit.ToBytes(MachineMemory.Total),
        };
        try
        {
            _store = await BrokerStore.OpenAsync(settings, new MeasuredFiles(files ?? SystemFiles.Instance, activity), timeProvider, logger);
            _broker = Restore(_store);
            await _broker.FoundAsync();
            holder.Set(_broker);
            _cleaning = CleanAsync(_store);
        }
        catch (Exception exception) when (IsExpected(exception))
        {
            throw Failure(exception);
        }
    }

    /// <inheritdoc/>
    /// <exception cref="AmqpBrokerStartException">The messages could not be put back; the host has been stopped for that.</exception>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stopping.CancelAsync();

        // Not on this thread: a disk that hangs would hold it.
        _closing ??= Task.Run(CloseAsync, CancellationToken.None);
        try
        {
            await _closing.WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException) when (!_closing.IsCompleted)
        {
            await WaitALittleLongerAsync(_closing);
        }

        if (_failure is not null)
        {
            throw _failure;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_closing is null)
        {
            await StopAsync(CancellationToken.None);
        }

        await _stop.DisposeAsync();
        _stopping.Dispose();
    }

    private async Task CloseAsync()
    {
        await _restoring;
        await _cleaning;
        _broker?.Dispose();
        if (_store is not null)
        {
            await _store.DisposeAsync();
        }
    }

    /// <summary>Others may have used up the time of the stop; what is pending is mostly written in a moment.</summary>
    private async Task WaitALittleLongerAsync(Task closing)
    {
        try
        {
            await closing.WaitAsync(LastGrace);
        }
        catch (TimeoutException)
        {
            // Whatever was confirmed is safe; the rest is up to the disk, and to the end of the process.
            logger.DiskHangs(LastGrace.TotalSeconds);
        }
    }

    private Broker Restore(BrokerStore store)
    {
        var broker = new Broker(
            timeProvider, store.Metadata, store, store.Journal, store.Pager, store.Alarms, brokerLogger,
            options.Value.Amqp.ToAccessSettings(), options.Value.Statistics.SamplingInterval);
        foreach (var command in broker.Restore())
        {
            logger.LostItsHome(command.ToString());
        }

        if (store.BeginRestoring())
        {
            // Not only when the listener has stopped: its connections may wait for messages.
            _stop = lifetime.ApplicationStopping.UnsafeRegister(static stopping => ((CancellationTokenSource)stopping!).Cancel(), _stopping);
            _restoring = Task.Factory.StartNew(() => RestoreBesideOthers(store), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        }
        else
        {
            RestoreMessages(store);
        }

        return broker;
    }

    private void RestoreMessages(BrokerStore store)
    {
        var started = timeProvider.GetTimestamp();
        if (store.RestoreMessages(_stopping.Token) is > 0 and var messages)
        {
            logger.Recovered(messages, timeProvider.GetElapsedTime(started).TotalSeconds);
        }
    }

    private void RestoreBesideOthers(BrokerStore store)
    {
        try
        {
            RestoreMessages(store);
        }
        catch (OperationCanceledException)
        {
            // The broker stops; everything is still in the journal.
        }
        catch (Exception exception) when (IsExpected(exception))
        {
            _failure = Failure(exception);
            logger.RestoringFailed(_failure.Message);
            lifetime.StopApplication();
        }
    }

    private static bool IsExpected(Exception exception) => exception is IOException or UnauthorizedAccessException or MetadataStoreException;

    private static AmqpBrokerStartException Failure(Exception exception) => new(exception.Message.ReplaceLineEndings(" "), exception);

    private async Task CleanAsync(BrokerStore store)
    {
        using var timer = new PeriodicTimer(CleaningInterval, timeProvider);
        try
        {
            while (await timer.WaitForNextTickAsync(_stopping.Token))
            {
                await TryCleanAsync(store);
            }
        }
        catch (OperationCanceledException)
        {
            // The broker stops; what could be cleaned is still there for the next start.
        }
    }

    private async Task TryCleanAsync(BrokerStore store)
    {
        try
        {
            await store.CleanAsync(_stopping.Token);
        }
        catch (IOException exception)
        {
            logger.CleaningFailed(exception.Message);
        }
    }
}
