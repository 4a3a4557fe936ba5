namespace AmqpBroker.Server.Channels;

/// <summary>Notes in the audit what a channel changed for longer than the broker runs.</summary>
internal static class ChannelAudit
{
    /// <param name="channel">Which.</param>
    /// <param name="isDurable">Whether something durable has changed.</param>
    /// <param name="action">What was done.</param>
    /// <param name="subject">To what, as error texts name it.</param>
    public static void Note(AmqpChannel channel, bool isDurable, string action, string subject)
    {
        if (isDurable)
        {
            var connection = channel.Connection;
            connection.Broker.Audit.Note("amqp", connection.Client.User, connection.RemoteAddress?.ToString() ?? string.Empty, action, subject);
        }
    }
}
