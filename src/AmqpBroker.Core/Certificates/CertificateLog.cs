using Microsoft.Extensions.Logging;

namespace AmqpBroker.Core.Certificates;

internal static partial class CertificateLog
{
    [LoggerMessage(1400, LogLevel.Information, "The certificate {Path} has changed: new connections get the new one, good until {NotAfter:u}")]
    public static partial void Reloaded(this ILogger logger, string path, DateTime notAfter);

    [LoggerMessage(1401, LogLevel.Error, "A certificate has changed and cannot be used, so the one before stays: {Reason}")]
    public static partial void Kept(this ILogger logger, string reason);
}
