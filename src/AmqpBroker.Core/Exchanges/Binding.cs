using AmqpBroker.Core.Queues;
using AmqpBroker.Protocol.Fields;

namespace AmqpBroker.Core.Exchanges;

/// <summary>A rule by which an exchange passes messages on; two with the same source, destination, key and arguments are one.</summary>
public sealed class Binding : IEquatable<Binding>
{
    private readonly object _destination;

    private Binding(Exchange source, object destination, string routingKey, FieldTable arguments)
    {
        Source = source;
        _destination = destination;
        RoutingKey = routingKey;
        Arguments = InOrder(arguments);
    }

    /// <summary>The exchange that is bound from.</summary>
    public Exchange Source { get; }

    /// <summary>The queue messages go to; null when they go to an exchange.</summary>
    public Queue? Queue => _destination as Queue;

    /// <summary>The exchange messages go to; null when they go to a queue.</summary>
    public Exchange? Exchange => _destination as Exchange;

    /// <summary>The binding key: a literal, a topic pattern, or nothing the exchange looks at.</summary>
    public string RoutingKey { get; }

    /// <summary>
    /// Arguments in order of name, since their order means nothing; the headers exchange matches on them, the others
    /// only tell bindings apart by them.
    /// </summary>
    public FieldTable Arguments { get; }

    /// <summary>Whether it is kept over a restart: when both its ends are.</summary>
    public bool IsDurable => Source.Declaration.IsDurable && (Queue is { } queue ? queue.Id != 0 : Exchange!.Declaration.IsDurable); // one of the two, always

    /// <summary>Binds a queue.</summary>
    public static Binding ToQueue(Exchange source, Queue queue, string routingKey, FieldTable arguments) =>
        new(source, queue, routingKey, arguments);

    /// <summary>Binds an exchange.</summary>
    public static Binding ToExchange(Exchange source, Exchange destination, string routingKey, FieldTable arguments) =>
        new(source, destination, routingKey, arguments);

    /// <summary>Whether bindings with these arguments have the same, whatever order they stand in.</summary>
    public static bool AreSame(FieldTable one, FieldTable other) => InOrder(one).Equals(InOrder(other));

    /// <inheritdoc/>
    public bool Equals(Binding? other) =>
        other is not null
        && ReferenceEquals(Source, other.Source)
        && ReferenceEquals(_destination, other._destination)
        && string.Equals(RoutingKey, other.RoutingKey, StringComparison.Ordinal)
        && Arguments.Equals(other.Arguments);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Binding);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Source, _destination, RoutingKey, Arguments);

    private static FieldTable InOrder(FieldTable arguments) =>
        arguments.Count < 2 ? arguments : FieldTable.Of([.. arguments.OrderBy(entry => entry.Name, StringComparer.Ordinal)]);
}
