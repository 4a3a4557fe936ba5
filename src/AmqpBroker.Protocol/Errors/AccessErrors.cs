namespace AmqpBroker.Protocol.Errors;

/// <summary>403: the user's permissions do not cover the operation. Checked before existence.</summary>
public static class AccessErrors
{
    // What the patterns of permissions call the default exchange, whose name is empty.
    private const string DefaultExchangeAlias = "amq.default";

    /// <summary>No permission for a thing.</summary>
    /// <param name="resource">The thing as <see cref="ResourceName"/> writes it.</param>
    /// <param name="user">The user's name.</param>
    public static ChannelException Refused(string resource, string user) =>
        new(ReplyCode.AccessRefused, $"access to {resource} refused for user '{user}'");

    /// <summary>No permission for a queue.</summary>
    public static ChannelException QueueRefused(string queue, string vhost, string user) =>
        Refused(ResourceName.Queue(queue, vhost), user);

    /// <summary>No permission for an exchange; the default exchange is shown as <c>amq.default</c>.</summary>
    public static ChannelException ExchangeRefused(string exchange, string vhost, string user) =>
        Refused(ResourceName.Exchange(exchange.Length == 0 ? DefaultExchangeAlias : exchange, vhost), user);

    /// <summary>The topic permissions of an exchange do not cover a routing or binding key.</summary>
    public static ChannelException TopicRefused(string routingKey, string exchange, string vhost, string user) =>
        Refused($"topic '{routingKey}' in {ResourceName.Exchange(exchange, vhost)}", user);
}
