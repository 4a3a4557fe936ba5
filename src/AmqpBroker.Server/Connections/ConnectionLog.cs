using Microsoft.Extensions.Logging;

namespace AmqpBroker.Server.Connections;

/// <summary>What is logged of connections and channels: events 2000 to 2099.</summary>
internal static partial class ConnectionLog
{
    [LoggerMessage(2000, LogLevel.Debug, "Connection {Connection} accepted")]
    public static partial void Accepted(this ILogger logger, string connection);

    [LoggerMessage(2001, LogLevel.Information, "Connection {Connection} opened by user '{User}' in vhost '{VirtualHost}'")]
    public static partial void Opened(this ILogger logger, string connection, string user, string virtualHost);

    [LoggerMessage(2002, LogLevel.Information, "Connection {Connection} closed by the client")]
    public static partial void ClosedByClient(this ILogger logger, string connection);

    [LoggerMessage(2003, LogLevel.Warning, "Connection {Connection} closed with an error: {ReplyText}")]
    public static partial void ClosedByError(this ILogger logger, string connection, string replyText);

    [LoggerMessage(2004, LogLevel.Warning, "Connection {Connection} lost: the client closed the socket without closing the connection")]
    public static partial void Lost(this ILogger logger, string connection);

    [LoggerMessage(2005, LogLevel.Warning, "Connection {Connection} dropped: no heartbeat from the client for {Seconds} s")]
    public static partial void HeartbeatMissed(this ILogger logger, string connection, int seconds);

    [LoggerMessage(2006, LogLevel.Warning, "Connection {Connection} dropped: the handshake took longer than {Timeout}")]
    public static partial void HandshakeTimedOut(this ILogger logger, string connection, TimeSpan timeout);

    [LoggerMessage(2007, LogLevel.Warning, "Connection {Connection} refused: {Reason}")]
    public static partial void Refused(this ILogger logger, string connection, string reason);

    [LoggerMessage(2008, LogLevel.Warning, "Channel {Channel} of connection {Connection} closed with an error: {ReplyText}")]
    public static partial void ChannelClosedByError(this ILogger logger, string connection, ushort channel, string replyText);

    [LoggerMessage(2009, LogLevel.Error, "Connection {Connection} failed inside the broker and is closed")]
    public static partial void Failed(this ILogger logger, Exception exception, string connection);

    [LoggerMessage(2010, LogLevel.Information, "Connection {Connection} closed by the broker: {ReplyText}")]
    public static partial void ClosedByBroker(this ILogger logger, string connection, string replyText);
}
