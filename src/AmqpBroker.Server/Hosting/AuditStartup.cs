using AmqpBroker.Core;
using AmqpBroker.Core.Auditing;
using Microsoft.Extensions.Logging;

namespace AmqpBroker.Server.Hosting;

/// <summary>Leads the broker's audit to the host's log.</summary>
internal sealed class AuditStartup(BrokerHolder holder, ILoggerFactory loggerFactory) : IBrokerStartup
{
    /// <inheritdoc/>
    public Task RunAsync(CancellationToken cancellationToken)
    {
        holder.Broker.Audit.WriteTo(loggerFactory.CreateLogger(AuditLog.Category));
        return Task.CompletedTask;
    }
}
