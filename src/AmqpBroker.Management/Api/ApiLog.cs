using Microsoft.Extensions.Logging;

namespace AmqpBroker.Management.Api;

/// <summary>What the API logs; event ids 5000 to 5999 belong to the management project.</summary>
internal static partial class ApiLog
{
    [LoggerMessage(5001, LogLevel.Error, "{Method} {Path} failed by a mistake of the broker's own")]
    public static partial void RequestFailed(this ILogger logger, string method, string path, Exception exception);
}
