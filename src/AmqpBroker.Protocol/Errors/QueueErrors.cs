using AmqpBroker.Protocol.Fields;

namespace AmqpBroker.Protocol.Errors;

/// <summary>
/// What can be wrong about declaring, binding, purging and deleting a queue. Where a queue type is named it is
/// <c>classic</c>, <c>quorum</c> or <c>stream</c>.
/// </summary>
public static class QueueErrors
{
    /// <summary>404: no such queue.</summary>
    public static ChannelException NotFound(string queue, string vhost) =>
        new(ReplyCode.NotFound, $"no {ResourceName.Queue(queue, vhost)}");

    /// <summary>404: the name is empty, and nothing was declared on this channel that it could stand for.</summary>
    public static ChannelException NoPreviouslyDeclared() => new(ReplyCode.NotFound, "no previously declared queue");

    /// <summary>403: a client may not choose a name that begins with <c>amq.</c>.</summary>
    public static ChannelException ReservedName(string queue) =>
        new(ReplyCode.AccessRefused, $"queue name '{queue}' contains reserved prefix 'amq.*'");

    /// <summary>405: exclusive to another connection, or redeclared with another exclusive flag.</summary>
    public static ChannelException Locked(string queue, string vhost) => new(
        ReplyCode.ResourceLocked,
        $"cannot obtain exclusive access to locked {ResourceName.Queue(queue, vhost)}. It could be originally declared on another connection or the exclusive property value does not match that of the original declaration.");

    /// <summary>406: the vhost has as many queues as it may.</summary>
    public static ChannelException VhostLimitReached(string queue, string vhost, int limit) =>
        Failed($"cannot declare queue '{queue}': queue limit in vhost '{vhost}' ({limit}) is reached");

    /// <summary>406: quorum queues and streams need a name from the client.</summary>
    public static ChannelException ServerNamedNotAllowed(string queueType) =>
        Failed($"Cannot declare a server-named queue for type {ModuleOf(queueType)}");

    /// <summary>406: redeclared with another flag.</summary>
    /// <param name="queue">The queue's name.</param>
    /// <param name="vhost">The vhost's name.</param>
    /// <param name="name"><c>durable</c> or <c>auto_delete</c>.</param>
    /// <param name="received">The value just declared.</param>
    /// <param name="current">The value of the existing queue.</param>
    public static ChannelException InequivalentArgument(
        string queue, string vhost, string name, bool received, bool current) => ArgumentErrors.Inequivalent(
            ResourceName.Queue(queue, vhost), name, ArgumentErrors.Quote(received), ArgumentErrors.Quote(current));

    /// <summary>406: redeclared with another value, given as it reads without quotes.</summary>
    /// <param name="queue">The queue's name.</param>
    /// <param name="vhost">The vhost's name.</param>
    /// <param name="name">The argument's name.</param>
    /// <param name="received">The value just declared.</param>
    /// <param name="current">The value of the existing queue.</param>
    public static ChannelException InequivalentArgument(
        string queue, string vhost, string name, string received, string current) => ArgumentErrors.Inequivalent(
            ResourceName.Queue(queue, vhost), name, ArgumentErrors.Quote(received), ArgumentErrors.Quote(current));

    /// <summary>406: redeclared with another value of an argument, or without it.</summary>
    /// <param name="queue">The queue's name.</param>
    /// <param name="vhost">The vhost's name.</param>
    /// <param name="name">The argument's name.</param>
    /// <param name="received">The value just declared; null when it is missing.</param>
    /// <param name="current">The value of the existing queue; null when it has none.</param>
    public static ChannelException InequivalentArgument(
        string queue, string vhost, string name, FieldValue? received, FieldValue? current) =>
        ArgumentErrors.Inequivalent(ResourceName.Queue(queue, vhost), name, received, current);

    /// <summary>406: an argument has a value it cannot have.</summary>
    /// <param name="queue">The queue's name.</param>
    /// <param name="vhost">The vhost's name.</param>
    /// <param name="name">The argument's name.</param>
    /// <param name="why">One of <see cref="ArgumentFlaws"/>.</param>
    public static ChannelException InvalidArgument(string queue, string vhost, string name, string why) =>
        ArgumentErrors.Invalid(ResourceName.Queue(queue, vhost), name, why);

    /// <summary>406: x-dead-letter-exchange is not a string.</summary>
    public static ChannelException InvalidArgumentType(string queue, string vhost, string name, string typeName) =>
        ArgumentErrors.InvalidType(ResourceName.Queue(queue, vhost), name, typeName);

    /// <summary>406: the argument belongs to another type of queue.</summary>
    public static ChannelException ArgumentOfOtherType(string queue, string vhost, string name, string queueType) =>
        Failed($"invalid arg '{name}' for {ResourceName.Queue(queue, vhost)} of queue type {ModuleOf(queueType)}");

    /// <summary>406: a quorum queue or stream that is not to be durable.</summary>
    public static ChannelException MustBeDurable(string queue, string vhost) =>
        InvalidProperty(queue, vhost, "non-durable");

    /// <summary>406: a quorum queue or stream that is to be exclusive.</summary>
    public static ChannelException CannotBeExclusive(string queue, string vhost) =>
        InvalidProperty(queue, vhost, "exclusive-owner");

    /// <summary>406: a quorum queue or stream that is to be deleted with its last consumer.</summary>
    public static ChannelException CannotAutoDelete(string queue, string vhost) =>
        InvalidProperty(queue, vhost, "auto-delete");

    /// <summary>406: x-stream-max-segment-size-bytes over 3 000 000 000.</summary>
    public static ChannelException SegmentSizeTooLarge() =>
        Failed("Exceeded max value for x-stream-max-segment-size-bytes");

    /// <summary>406: streams are not there yet; what to declare instead.</summary>
    public static ChannelException StreamsNotSupported(string queue, string vhost) => Failed(
        $"cannot declare {ResourceName.Queue(queue, vhost)}: this broker has no streams yet. Declare it with 'x-queue-type' quorum or classic instead");

    /// <summary>406: if-empty, and messages are ready.</summary>
    public static ChannelException NotEmpty(string queue, string vhost) =>
        Failed($"{ResourceName.Queue(queue, vhost)} not empty");

    /// <summary>406: if-unused, and it has consumers.</summary>
    public static ChannelException InUse(string queue, string vhost) =>
        Failed($"{ResourceName.Queue(queue, vhost)} in use");

    /// <summary>540: quorum queues do not know <c>if-unused</c> and <c>if-empty</c>; closes the connection.</summary>
    public static ConnectionException ConditionalDeleteNotSupported(string queue, string vhost, string flag) => new(
        ReplyCode.NotImplemented,
        $"cannot delete {ResourceName.Queue(queue, vhost)}. queue.delete operations with {flag} flag set are not supported by quorum queues");

    /// <summary>540: a stream cannot be purged; closes the connection.</summary>
    public static ConnectionException PurgeNotSupported(string queue, string vhost) => new(
        ReplyCode.NotImplemented,
        $"queue.purge not supported by stream queues {ResourceName.Queue(queue, vhost)}");

    private static ChannelException InvalidProperty(string queue, string vhost, string property) =>
        Failed($"invalid property '{property}' for {ResourceName.Queue(queue, vhost)}");

    private static string ModuleOf(string queueType) => $"rabbit_{queueType}_queue";

    private static ChannelException Failed(string text) => new(ReplyCode.PreconditionFailed, text);
}
