using System.Globalization;
using AmqpBroker.Core;
using AmqpBroker.Core.Auditing;
using AmqpBroker.Core.Publishing;
using Microsoft.Extensions.Hosting;

namespace AmqpBroker.Management.Transfers;

/// <summary>Runs transfers, and remembers the last of those that ended. Guarded by one short lock.</summary>
internal sealed class TransferService(Func<Broker> broker, IServiceProvider services) : IHostedService
{
    private const int MostRunning = 20;
    private const int MostRemembered = 100;

    private readonly Lock _gate = new();
    private readonly List<(Transfer Transfer, Task Run)> _transfers = [];
    private long _lastId;
    private bool _isStopping;

    /// <summary>Starts one; null when too many run already, or the broker stops.</summary>
    public Transfer? Start(TransferOrder order)
    {
        var publisher = (IMessagePublisher)services.GetService(typeof(IMessagePublisher))!; // the broker has one
        lock (_gate)
        {
            if (_isStopping || _transfers.Count(static one => !one.Run.IsCompleted) >= MostRunning)
            {
                return null;
            }

            var id = (++_lastId).ToString(CultureInfo.InvariantCulture);
            var transfer = new Transfer(id, order, publisher, broker().TimeProvider);
            _transfers.Add((transfer, Task.Run(() => RunAsync(transfer))));
            Forget();
            return transfer;
        }
    }

    /// <summary>Those that run and those that ended last, the newest first.</summary>
    public IReadOnlyList<Transfer> List()
    {
        lock (_gate)
        {
            return [.. _transfers.Select(static one => one.Transfer).Reverse()];
        }
    }

    public Transfer? Find(string id) => List().FirstOrDefault(transfer => transfer.Id == id);

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        (Transfer Transfer, Task Run)[] all;
        lock (_gate)
        {
            _isStopping = true;
            all = [.. _transfers];
        }

        foreach (var (transfer, _) in all)
        {
            transfer.Cancel();
        }

        await Task.WhenAll(all.Select(static one => one.Run)).WaitAsync(cancellationToken);
    }

    private void Forget()
    {
        var ended = _transfers.Count - MostRemembered;
        for (var i = 0; i < _transfers.Count && ended > 0;)
        {
            if (_transfers[i].Run.IsCompleted)
            {
                _transfers[i].Transfer.Dispose();
                _transfers.RemoveAt(i);
                ended--;
            }
            else
            {
                i++;
            }
        }
    }

    private async Task RunAsync(Transfer transfer)
    {
        await transfer.RunAsync();
        var order = transfer.Order;
        broker().Audit.Note(new AuditEntry
        {
            Interface = "http",
            User = order.Caller.Name,
            Address = order.Address,
            Action = order.IsCopy ? "copy" : "move",
            Kind = "queue",
            VirtualHost = order.VirtualHost.Name,
            Name = order.Source.Name,
            Subject = string.Create(
                CultureInfo.InvariantCulture,
                $"transfer {transfer.Id} from queue '{order.Source.Name}' in vhost '{order.VirtualHost.Name}' {TransferJson.NameOf(transfer.State)} after {transfer.Moved} messages"),
        });
    }
}
