using AmqpBroker.Core.Deduplication;
using AmqpBroker.Protocol.Fields;

namespace AmqpBroker.Core.Exchanges;

/// <summary>A way of routing: its name on the wire and what it needs.</summary>
public sealed class ExchangeType
{
    private static readonly Dictionary<string, ExchangeType> Known = new(StringComparer.Ordinal)
    {
        ["direct"] = new("direct", static () => new DirectRoutingTable()),
        ["fanout"] = new("fanout", static () => new FanoutRoutingTable()),
        ["topic"] = new("topic", static () => new TopicRoutingTable()),
        [DeduplicationArguments.Name] = new(DeduplicationArguments.Name, static () => new FanoutRoutingTable()),
        ["headers"] = new("headers", static () => new HeadersRoutingTable(), static arguments => HeadersMatch.Of(arguments)),
    };

    private readonly Func<IRoutingTable> _createTable;
    private readonly Action<FieldTable>? _validateBinding;

    private ExchangeType(string name, Func<IRoutingTable> createTable, Action<FieldTable>? validateBinding = null)
    {
        Name = name;
        _createTable = createTable;
        _validateBinding = validateBinding;
    }

    /// <summary>The name used in exchange.declare.</summary>
    public string Name { get; }

    /// <summary>Finds a type by its name; case matters.</summary>
    public static bool TryGet(string name, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out ExchangeType? type) =>
        Known.TryGetValue(name, out type);

    internal static ExchangeType Get(string name) => Known[name];

    internal IRoutingTable CreateTable() => _createTable();

    /// <summary>Refuses arguments that this type cannot bind with.</summary>
    /// <exception cref="Protocol.ChannelException">406: an argument is invalid.</exception>
    internal void ValidateBinding(FieldTable arguments) => _validateBinding?.Invoke(arguments);
}
