using AmqpBroker.Core.VirtualHosts;

namespace AmqpBroker.Core.Publishing;

/// <summary>Publishes single messages for whoever is not a channel, by the same rules as channels do. Any thread.</summary>
public interface IMessagePublisher
{
    /// <summary>Publishes a message; completes when it is as safe as a confirm would say.</summary>
    /// <param name="virtualHost">Where.</param>
    /// <param name="message">What.</param>
    /// <param name="cancellationToken">Gives up waiting for the disk; the message is there all the same.</param>
    /// <exception cref="Protocol.ChannelException">404, 403 for an internal exchange, 406 for properties that cannot be.</exception>
    ValueTask<PublishOutcome> PublishAsync(VirtualHost virtualHost, SingleMessage message, CancellationToken cancellationToken);
}
