using AmqpBroker.Core.Deduplication;
using AmqpBroker.Protocol.Fields;

namespace AmqpBroker.Core.Exchanges;

/// <summary>A way of routing: its name on the wire and what it needs.</summary>
public sealed class ExchangeType
{
    private const string Delayed = "x-delayed-message";
    private const string RandomName = "x-random";

    private static readonly Dictionary<string, ExchangeType> Known = new(StringComparer.Ordinal)
    {
        ["direct"] = new("direct", static _ => new DirectRoutingTable()),
        ["fanout"] = new("fanout", static _ => new FanoutRoutingTable()),
        ["topic"] = new("topic", static _ => new TopicRoutingTable()),
        ["headers"] = new("headers", static _ => new HeadersRoutingTable()),
        ["x-consistent-hash"] = new("x-consistent-hash", static arguments => new ConsistentHashRoutingTable(HashedValue.Of(arguments))),
        [Delayed] = new(Delayed, DelayedType.CreateTable),
        [DeduplicationArguments.Name] = new(DeduplicationArguments.Name, static _ => new FanoutRoutingTable()),
        [RandomName] = new(RandomName, static _ => new RandomRoutingTable()),
    };

    private readonly Func<FieldTable, IRoutingTable> _createTable;

    private ExchangeType(string name, Func<FieldTable, IRoutingTable> createTable)
    {
        Name = name;
        _createTable = createTable;
    }

    /// <summary>The names of all types.</summary>
    public static IReadOnlyCollection<string> Names => Known.Keys;

    /// <summary>The name used in exchange.declare.</summary>
    public string Name { get; }

    /// <summary>Whether each message goes by one binding, whichever it is.</summary>
    internal bool PicksAnyBinding => Name == RandomName;

    /// <summary>Whether messages may have to wait before they are routed.</summary>
    internal bool IsDelaying => Name == Delayed;

    /// <summary>Finds a type by its name; case matters.</summary>
    public static bool TryGet(string name, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out ExchangeType? type) =>
        Known.TryGetValue(name, out type);

    internal static ExchangeType Get(string name) => Known[name];

    /// <summary>Makes the routing table of an exchange declared with these arguments.</summary>
    /// <exception cref="Protocol.ChannelException">406: an argument is not one this type can be declared with.</exception>
    internal IRoutingTable CreateTable(FieldTable arguments) => _createTable(arguments);
}
