namespace AmqpBroker.Protocol.Errors;

/// <summary>What can be wrong about publishing, consuming, getting and settling messages.</summary>
public static class BasicErrors
{
    /// <summary>540: basic.publish with immediate; closes the connection.</summary>
    public static ConnectionException ImmediateNotSupported() =>
        new(ReplyCode.NotImplemented, "immediate=true") { Method = MethodId.BasicPublish };

    /// <summary>540: basic.qos with a limit in octets; closes the connection.</summary>
    public static ConnectionException PrefetchSizeNotSupported(uint prefetchSize) =>
        NotImplemented($"prefetch_size!=0 ({prefetchSize})");

    /// <summary>540: basic.recover without requeue; closes the connection.</summary>
    public static ConnectionException RecoverWithoutRequeue() => NotImplemented("requeue=false");

    /// <summary>406: the user-id property is not the name the publisher logged in with.</summary>
    public static ChannelException UserIdMismatch(string userId, string user) =>
        Publish($"user_id property set to '{userId}' but authenticated user was '{user}'");

    /// <summary>406: the expiration property is not a number of milliseconds.</summary>
    /// <param name="expiration">The property.</param>
    /// <param name="why">One of <see cref="ArgumentFlaws"/>.</param>
    public static ChannelException InvalidExpiration(string expiration, string why) =>
        Publish($"invalid expiration '{expiration}': {why}");

    /// <summary>406: delivery-mode is neither 1 nor 2.</summary>
    public static ChannelException InvalidDeliveryMode(byte deliveryMode) =>
        Publish($"invalid message: {{delivery_mode_unknown,{deliveryMode}}}");

    /// <summary>406: the header <c>CC</c> or <c>BCC</c> is not an array.</summary>
    public static ChannelException InvalidRoutingHeader(string header, string typeName) =>
        Publish($"invalid message: {{unacceptable_type_in_header,\"{header}\",{typeName}}}");

    /// <summary>406: the body, in octets, is larger than configured.</summary>
    public static ChannelException MessageTooLarge(ulong size, ulong maximum) =>
        Publish($"message size {size} is larger than configured max size {maximum}");

    /// <summary>406: a request wants its reply directly, but its channel does not consume replies.</summary>
    public static ChannelException NoReplyConsumer() => Publish("fast reply consumer does not exist");

    /// <summary>530: the channel has a consumer of that tag; closes the connection.</summary>
    public static ConnectionException ConsumerTagInUse(string consumerTag) =>
        new(ReplyCode.NotAllowed, $"attempt to reuse consumer tag '{consumerTag}'");

    /// <summary>403: an exclusive consumer is there, or the new one wants to be alone and is not.</summary>
    public static ChannelException ExclusiveUse(string queue, string vhost) =>
        new(ReplyCode.AccessRefused, $"{ResourceName.Queue(queue, vhost)} in exclusive use");

    /// <summary>406: nothing unacknowledged has that tag on this channel.</summary>
    public static ChannelException UnknownDeliveryTag(ulong deliveryTag) => Failed($"unknown delivery tag {deliveryTag}");

    /// <summary>406: a delivery was not settled in time; raised by the clock, so it blames no method.</summary>
    public static ChannelException AcknowledgementTimeout(ushort channel, long timeoutMilliseconds) => new(
        ReplyCode.PreconditionFailed,
        $"delivery acknowledgement on channel {channel} timed out. Timeout value used: {timeoutMilliseconds} ms. This timeout value can be configured, see consumers doc guide to learn more")
    {
        HidesMethod = true,
    };

    /// <summary>406: direct replies cannot be acknowledged; consume them with no-ack.</summary>
    public static ChannelException ReplyConsumerCannotAcknowledge() => Failed("reply consumer cannot acknowledge");

    /// <summary>406: the channel consumes direct replies already.</summary>
    public static ChannelException ReplyConsumerAlreadySet() => Failed("reply consumer already set");

    /// <summary>540: quorum queues want a prefetch limit per consumer; closes the connection.</summary>
    public static ConnectionException GlobalQosNotSupported(string queue, string vhost) =>
        NotImplemented($"{ResourceName.Queue(queue, vhost)} does not support global qos");

    /// <summary>405: basic.get of a quorum queue with a single active consumer.</summary>
    public static ChannelException GetFromSingleActiveConsumer(string queue, string vhost) => new(
        ReplyCode.ResourceLocked,
        $"cannot obtain access to locked {ResourceName.Queue(queue, vhost)}. basic.get operations are not supported by quorum queues with single active consumer");

    /// <summary>540: basic.get of a stream; closes the connection.</summary>
    public static ConnectionException StreamGetNotSupported(string queue, string vhost) =>
        NotImplemented($"basic.get not supported by stream queues {ResourceName.Queue(queue, vhost)}");

    /// <summary>406: a stream's consumer needs a prefetch limit of its own.</summary>
    public static ChannelException StreamPrefetchMissing(string queue, string vhost) =>
        Failed($"consumer prefetch count is not set for '{ResourceName.Queue(queue, vhost)}'");

    /// <summary>540: a stream's consumer must acknowledge; closes the connection.</summary>
    public static ConnectionException StreamNoAckNotSupported(string queue, string vhost) =>
        NotImplemented($"automatic acknowledgement not supported by stream queues {ResourceName.Queue(queue, vhost)}");

    /// <summary>540: nothing can be returned to a stream; closes the connection.</summary>
    // The close names basic.nack even when basic.reject was sent.
    public static ConnectionException StreamRejectNotSupported(string queue, string vhost) => new(
        ReplyCode.NotImplemented,
        $"basic.nack and basic.reject not supported by stream queues {ResourceName.Queue(queue, vhost)}")
    {
        Method = MethodId.BasicNack,
    };

    private static ChannelException Publish(string text) =>
        new(ReplyCode.PreconditionFailed, text) { Method = MethodId.BasicPublish };

    private static ChannelException Failed(string text) => new(ReplyCode.PreconditionFailed, text);

    private static ConnectionException NotImplemented(string text) => new(ReplyCode.NotImplemented, text);
}
