using Microsoft.Extensions.Logging;

namespace AmqpBroker.Core.Auditing;

/// <summary>The entries of the audit; event ids 1200 to 1299.</summary>
internal static partial class AuditEntries
{
    [LoggerMessage(1200, LogLevel.Information, "{Interface}: {User} from {Address}: {Action} {Subject}")]
    public static partial void Changed(this ILogger logger, string @interface, string user, string address, string action, string subject);
}
