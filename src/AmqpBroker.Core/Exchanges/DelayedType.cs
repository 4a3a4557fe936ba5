using AmqpBroker.Protocol.Errors;
using AmqpBroker.Protocol.Fields;

namespace AmqpBroker.Core.Exchanges;

/// <summary>The way of routing of a delayed-message exchange, once a message has waited: that of another type, which an argument names.</summary>
internal static class DelayedType
{
    private const string Argument = "x-delayed-type";

    /// <summary>Makes the routing table of the other type.</summary>
    /// <exception cref="Protocol.ChannelException">406: the argument is missing, or names no type that messages can be routed by.</exception>
    public static IRoutingTable CreateTable(FieldTable arguments)
    {
        if (!arguments.TryGet(Argument, out var value)
            || !value.TryGetString(out var name)
            || !ExchangeType.TryGet(name, out var type))
        {
            throw ExchangeErrors.InvalidDelayedType();
        }

        return type.IsDelaying ? throw ExchangeErrors.DelayedTwice() : type.CreateTable(arguments);
    }
}
