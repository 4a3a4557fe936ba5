using AmqpBroker.Protocol.Errors;
using AmqpBroker.Server.Hosting;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Logging;

namespace AmqpBroker.Server.Connections;

/// <summary>Serves each socket that Kestrel accepts, and ends them all when the broker stops.</summary>
internal sealed class AmqpConnectionHandler(
    BrokerHolder holder, ConnectionSettings settings, ConnectionTicker ticker, ILogger<AmqpConnectionHandler> logger) : ConnectionHandler
{
    private volatile bool _isStopping;

    /// <inheritdoc/>
    public override async Task OnConnectedAsync(ConnectionContext connection)
    {
        var served = new AmqpConnection(connection, holder.Broker, settings, logger);
        ticker.Add(served);
        try
        {
            if (_isStopping)
            {
                served.Lifetime.RequestShutdown(ConnectionErrors.Shutdown());
            }

            await served.RunAsync();
        }
        finally
        {
            ticker.Remove(served);
        }
    }

    /// <summary>Asks every client to close, and refuses new ones.</summary>
    public void Shutdown()
    {
        _isStopping = true;
        ticker.RequestShutdown(ConnectionErrors.Shutdown());
    }
}
