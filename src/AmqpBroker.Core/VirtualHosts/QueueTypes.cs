using AmqpBroker.Core.Queues;
using AmqpBroker.Protocol.Errors;
using AmqpBroker.Protocol.Fields;

namespace AmqpBroker.Core.VirtualHosts;

/// <summary>What each type of queue may be declared with.</summary>
public static class QueueTypes
{
    private const long LargestSegment = 3_000_000_000;

    // Arguments that are no use to any type, and unknown ones, are not looked at.
    private static readonly (string Name, QueueType[] Types)[] Arguments =
    [
        (QueueArguments.DeliveryLimit, [QueueType.Quorum]),
        (QueueArguments.MaxAge, [QueueType.Stream]),
        ("x-max-in-memory-length", [QueueType.Quorum]),
        ("x-max-in-memory-bytes", [QueueType.Quorum]),
        (QueueArguments.DeadLetterStrategy, [QueueType.Quorum]),
        ("x-quorum-initial-group-size", [QueueType.Quorum]),
        (QueueArguments.StreamSegmentSize, [QueueType.Stream]),
        ("x-initial-cluster-size", [QueueType.Stream]),
        (QueueArguments.MaxPriority, [QueueType.Classic]),
        ("x-queue-mode", [QueueType.Classic]),
        ("x-queue-version", [QueueType.Classic]),
        ("x-queue-master-locator", [QueueType.Classic]),
        (QueueArguments.Expires, [QueueType.Classic, QueueType.Quorum]),
        (QueueArguments.MessageTtl, [QueueType.Classic, QueueType.Quorum]),
        (QueueArguments.DeadLetterExchange, [QueueType.Classic, QueueType.Quorum]),
        (QueueArguments.DeadLetterRoutingKey, [QueueType.Classic, QueueType.Quorum]),
        (QueueArguments.MaxLength, [QueueType.Classic, QueueType.Quorum]),
        (QueueArguments.Overflow, [QueueType.Classic, QueueType.Quorum]),
        (QueueArguments.SingleActiveConsumer, [QueueType.Classic, QueueType.Quorum]),
    ];

    /// <summary>The names of the types.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Enum.GetValues<QueueType>().Select(NameOf)];

    /// <summary>The type that arguments ask for; classic when they name none, or none that there is.</summary>
    public static QueueType Of(FieldTable arguments)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        if (!arguments.TryGet(QueueArguments.QueueType, out var value) || !value.TryGetString(out var name))
        {
            return QueueType.Classic;
        }

        return name switch
        {
            "quorum" => QueueType.Quorum,
            "stream" => QueueType.Stream,
            _ => QueueType.Classic,
        };
    }

    /// <summary>The name of a type.</summary>
    public static string NameOf(QueueType type) => type switch
    {
        QueueType.Quorum => "quorum",
        QueueType.Stream => "stream",
        _ => "classic",
    };

    /// <summary>Whether a queue of the type may leave its name to the broker.</summary>
    public static bool MayBeNamedByServer(QueueType type) => type == QueueType.Classic;

    /// <summary>Refuses arguments that only queues of other types have.</summary>
    /// <exception cref="Protocol.ChannelException">406 naming the argument and the type.</exception>
    public static void RefuseArgumentsOfOthers(string queue, string vhost, FieldTable arguments)
    {
        var type = Of(arguments);
        foreach (var (name, types) in Arguments)
        {
            if (!types.Contains(type) && arguments.TryGet(name, out _))
            {
                throw QueueErrors.ArgumentOfOtherType(queue, vhost, name, NameOf(type));
            }
        }
    }

    /// <summary>Refuses what a queue of its type cannot be. Its arguments have been found valid.</summary>
    /// <exception cref="Protocol.ChannelException">406 naming the property.</exception>
    public static void Validate(string vhost, QueueDeclaration declaration)
    {
        ArgumentNullException.ThrowIfNull(declaration);
        var type = Of(declaration.Arguments);
        if (type == QueueType.Classic)
        {
            return;
        }

        if (declaration.IsAutoDelete)
        {
            throw QueueErrors.CannotAutoDelete(declaration.Name, vhost);
        }

        if (declaration.IsExclusive)
        {
            throw QueueErrors.CannotBeExclusive(declaration.Name, vhost);
        }

        if (!declaration.IsDurable)
        {
            throw QueueErrors.MustBeDurable(declaration.Name, vhost);
        }

        if (type == QueueType.Stream)
        {
            if (declaration.Arguments.TryGet(QueueArguments.StreamSegmentSize, out var size) && size.TryGetInteger(out var bytes) && bytes > LargestSegment)
            {
                throw QueueErrors.SegmentSizeTooLarge();
            }

            throw QueueErrors.StreamsNotSupported(declaration.Name, vhost);
        }
    }
}
