using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace AmqpBroker.Core.Auditing;

/// <summary>Who changed what, and through which interface: entries of one category of the log. Any thread.</summary>
/// <remarks>Told by the interfaces, once a change is safe: what changes by itself, such as a queue that expires, is nobody's doing.</remarks>
public sealed class AuditLog
{
    /// <summary>The category.</summary>
    public const string Category = "AmqpBroker.Audit";

    private volatile ILogger _logger = NullLogger.Instance;

    /// <summary>Sends the entries to a log; before, they go nowhere.</summary>
    public void WriteTo(ILogger logger) => _logger = logger;

    /// <summary>Notes a change.</summary>
    /// <param name="through">The interface: <c>amqp</c>, <c>http</c>.</param>
    /// <param name="user">Who.</param>
    /// <param name="address">Where from.</param>
    /// <param name="action">What was done.</param>
    /// <param name="subject">To what.</param>
    public void Note(string through, string user, string address, string action, string subject) =>
        _logger.Changed(through, user, address, action, subject);
}
