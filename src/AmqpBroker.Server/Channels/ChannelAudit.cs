using AmqpBroker.Core.Auditing;

namespace AmqpBroker.Server.Channels;

/// <summary>Notes in the audit what a channel changed for longer than the broker runs.</summary>
internal static class ChannelAudit
{
    /// <param name="channel">Which.</param>
    /// <param name="isDurable">Whether something durable has changed.</param>
    /// <param name="action">What was done.</param>
    /// <param name="subject">To what, as error texts name it.</param>
    /// <param name="kind">What that is.</param>
    /// <param name="name">Its name.</param>
    public static void Note(AmqpChannel channel, bool isDurable, string action, string subject, string kind, string name)
    {
        if (!isDurable)
        {
            return;
        }

        var connection = channel.Connection;
        connection.Broker.Audit.Note(new AuditEntry
        {
            Interface = "amqp",
            User = connection.Client.User,
            Address = connection.RemoteAddress?.ToString() ?? string.Empty,
            Action = action,
            Subject = subject,
            Kind = kind,
            VirtualHost = channel.VirtualHost.Name,
            Name = name,
        });
    }
}
