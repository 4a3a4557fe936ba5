using AmqpBroker.Core.Queues;
using AmqpBroker.Protocol.Errors;
using AmqpBroker.Protocol.Fields;

namespace AmqpBroker.Core.VirtualHosts;

/// <summary>Judges a queue declared again: it must mean what is there (AMQP 0-9-1 queue.declare rule "equivalent").</summary>
internal static class QueueEquivalence
{
    /// <summary>Compares in RabbitMQ's order: exclusive, durable, auto-delete, then the known arguments.</summary>
    /// <exception cref="Protocol.ChannelException">405 when exclusiveness differs, 406 naming the first other difference.</exception>
    public static void Assert(string vhost, QueueDeclaration received, QueueDeclaration current)
    {
        var name = current.Name;
        if (!ReferenceEquals(received.ExclusiveOwner, current.ExclusiveOwner))
        {
            throw QueueErrors.Locked(name, vhost);
        }

        if (received.IsDurable != current.IsDurable)
        {
            throw QueueErrors.InequivalentArgument(name, vhost, "durable", received.IsDurable, current.IsDurable);
        }

        if (received.IsAutoDelete != current.IsAutoDelete)
        {
            throw QueueErrors.InequivalentArgument(name, vhost, "auto_delete", received.IsAutoDelete, current.IsAutoDelete);
        }

        foreach (var argument in QueueArguments.Compared)
        {
            var receivedValue = Find(received, argument);
            var currentValue = Find(current, argument);
            if (!ArgumentEquivalence.Holds(receivedValue, currentValue) && !IsDefaultType(argument, receivedValue ?? currentValue, receivedValue is null || currentValue is null))
            {
                throw QueueErrors.InequivalentArgument(name, vhost, argument, receivedValue, currentValue);
            }
        }
    }

    private static FieldValue? Find(QueueDeclaration declaration, string argument) =>
        declaration.Arguments.TryGet(argument, out var value) ? value : null;

    // "classic" is what a queue is that names no type.
    private static bool IsDefaultType(string argument, FieldValue? value, bool isOneNotNamed) =>
        isOneNotNamed && argument == QueueArguments.QueueType && value is { } named && named.TryGetString(out var type) && type == QueueTypes.NameOf(QueueType.Classic);
}
