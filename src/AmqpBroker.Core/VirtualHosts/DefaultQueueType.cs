using AmqpBroker.Core.Queues;
using AmqpBroker.Protocol.Fields;

namespace AmqpBroker.Core.VirtualHosts;

/// <summary>The type that a virtual host gives to queues declared without one.</summary>
public static class DefaultQueueType
{
    /// <summary>Names the type in a declaration that names none, unless such a queue could not be of it: then it stays classic, as in RabbitMQ.</summary>
    /// <param name="declaration">What is declared.</param>
    /// <param name="type">The virtual host's type; null for none.</param>
    public static QueueDeclaration AddTo(QueueDeclaration declaration, string? type)
    {
        ArgumentNullException.ThrowIfNull(declaration);
        if (type is null || declaration.Arguments.TryGet(QueueArguments.QueueType, out _))
        {
            return declaration;
        }

        var arguments = declaration.Arguments.ToBuilder();
        arguments.Set(QueueArguments.QueueType, FieldValue.From(type));
        var typed = declaration with { Arguments = arguments.Build() };
        var isPossible = QueueTypes.Of(typed.Arguments) == QueueType.Classic
            || (declaration is { IsDurable: true, IsAutoDelete: false } && !declaration.IsExclusive);
        return isPossible ? typed : declaration;
    }
}
