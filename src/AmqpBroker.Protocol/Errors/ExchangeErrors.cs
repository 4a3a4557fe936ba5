using AmqpBroker.Protocol.Fields;

namespace AmqpBroker.Protocol.Errors;

/// <summary>What can be wrong about declaring, binding, deleting and publishing to an exchange.</summary>
public static class ExchangeErrors
{
    /// <summary>404: no such exchange.</summary>
    public static ChannelException NotFound(string exchange, string vhost) =>
        new(ReplyCode.NotFound, $"no {ResourceName.Exchange(exchange, vhost)}");

    /// <summary>403: a new exchange may not take a name that begins with <c>amq.</c>.</summary>
    public static ChannelException ReservedName(string exchange) =>
        new(ReplyCode.AccessRefused, $"exchange name '{exchange}' contains reserved prefix 'amq.*'");

    /// <summary>403: the default exchange cannot be declared, bound or deleted.</summary>
    public static ChannelException DefaultExchange() =>
        new(ReplyCode.AccessRefused, "operation not permitted on the default exchange");

    /// <summary>406: a deduplicating exchange must be told how many ids it remembers.</summary>
    public static ChannelException InvalidCacheSize(string argument) =>
        new(ReplyCode.PreconditionFailed, $"Missing or invalid argument, '{argument}' must be an integer greater than 0");

    /// <summary>406: the time for which a deduplicating exchange remembers ids is none.</summary>
    public static ChannelException InvalidCacheTtl(string argument) =>
        new(ReplyCode.PreconditionFailed, $"Invalid argument, '{argument}' must be an integer greater than 0");

    /// <summary>406: where a deduplicating exchange remembers ids is neither of the places there are.</summary>
    public static ChannelException InvalidCachePersistence(string argument) =>
        new(ReplyCode.PreconditionFailed, $"Invalid argument, '{argument}' must be either 'disk' or 'memory'");

    /// <summary>503: no exchange type of that name; closes the connection.</summary>
    public static ConnectionException UnknownType(string type) => new(
        ReplyCode.CommandInvalid,
        type.Length == 0 ? "invalid exchange type ''" : $"unknown exchange type '{type}'");

    /// <summary>406: redeclared with another flag.</summary>
    /// <param name="exchange">The exchange's name.</param>
    /// <param name="vhost">The vhost's name.</param>
    /// <param name="name"><c>durable</c>, <c>auto_delete</c> or <c>internal</c>.</param>
    /// <param name="received">The value just declared.</param>
    /// <param name="current">The value of the existing exchange.</param>
    public static ChannelException InequivalentArgument(
        string exchange, string vhost, string name, bool received, bool current) => ArgumentErrors.Inequivalent(
            ResourceName.Exchange(exchange, vhost), name, ArgumentErrors.Quote(received), ArgumentErrors.Quote(current));

    /// <summary>406: redeclared with another type, or another value of an argument.</summary>
    /// <param name="exchange">The exchange's name.</param>
    /// <param name="vhost">The vhost's name.</param>
    /// <param name="name"><c>type</c> or the argument's name.</param>
    /// <param name="received">The value just declared.</param>
    /// <param name="current">The value of the existing exchange.</param>
    public static ChannelException InequivalentArgument(
        string exchange, string vhost, string name, string received, string current) => ArgumentErrors.Inequivalent(
            ResourceName.Exchange(exchange, vhost), name, ArgumentErrors.Quote(received), ArgumentErrors.Quote(current));

    /// <summary>406: redeclared with another value of an argument, or without it.</summary>
    /// <param name="exchange">The exchange's name.</param>
    /// <param name="vhost">The vhost's name.</param>
    /// <param name="name">The argument's name.</param>
    /// <param name="received">The value just declared; null when it is missing.</param>
    /// <param name="current">The value of the existing exchange; null when it has none.</param>
    public static ChannelException InequivalentArgument(
        string exchange, string vhost, string name, FieldValue? received, FieldValue? current) =>
        ArgumentErrors.Inequivalent(ResourceName.Exchange(exchange, vhost), name, received, current);

    /// <summary>406: an argument, such as alternate-exchange, is of a type it cannot have.</summary>
    public static ChannelException InvalidArgumentType(string exchange, string vhost, string name, string typeName) =>
        ArgumentErrors.InvalidType(ResourceName.Exchange(exchange, vhost), name, typeName);

    /// <summary>406: if-unused, and something is bound from it.</summary>
    public static ChannelException InUse(string exchange, string vhost) =>
        new(ReplyCode.PreconditionFailed, $"{ResourceName.Exchange(exchange, vhost)} in use");

    /// <summary>403: the exchanges whose names begin with <c>amq.</c> cannot be deleted.</summary>
    public static ChannelException SystemExchange(string exchange, string vhost) =>
        new(ReplyCode.AccessRefused, $"deletion of system {ResourceName.Exchange(exchange, vhost)} not allowed");

    /// <summary>403: clients cannot publish to an internal exchange.</summary>
    public static ChannelException InternalExchange(string exchange, string vhost) =>
        new(ReplyCode.AccessRefused, $"cannot publish to internal {ResourceName.Exchange(exchange, vhost)}");

    /// <summary>406: the x-match of a binding to a headers exchange is not a known word.</summary>
    public static ChannelException InvalidMatchValue(ReadOnlySpan<byte> value) => Failed(
        $"Invalid x-match field value {ErlangFormat.Binary(value)}; expected all, any, all-with-x, or any-with-x");

    /// <summary>406: the x-match of a binding to a headers exchange is not a string.</summary>
    /// <param name="typeName">The type it has.</param>
    /// <param name="value">Its value as <c>FieldValue.ToErlangTerm</c> writes it.</param>
    public static ChannelException InvalidMatchType(string typeName, string value) =>
        Failed($"Invalid x-match field type {typeName} (value {value}); expected longstr");

    /// <summary>406: a binding to a consistent-hash exchange needs a weight for its key.</summary>
    public static ChannelException WeightNotInteger(ReadOnlySpan<byte> bindingKey) =>
        Failed($"The binding key must be an integer: {ErlangFormat.Binary(bindingKey)}");

    /// <summary>406: the weight of a binding to a consistent-hash exchange is zero or less.</summary>
    public static ChannelException WeightNotPositive() => Failed("The binding key must be greater than 0");

    /// <summary>406: a consistent-hash exchange takes a header or a property, not both.</summary>
    public static ChannelException HashedTwice() => Failed("hash-header and hash-property are mutually exclusive");

    /// <summary>406: a consistent-hash exchange cannot take that property.</summary>
    public static ChannelException UnsupportedHashProperty(string property) => Failed($"Unsupported property: {property}");

    /// <summary>406: hash-header or hash-property is no string.</summary>
    public static ChannelException InvalidHashArgument(string name, string typeName) => Failed($"invalid type '{typeName}' for arg '{name}'");

    /// <summary>406: x-delayed-type is missing, or names no exchange type.</summary>
    public static ChannelException InvalidDelayedType() => Failed("Invalid argument, 'x-delayed-type' must be an existing exchange type");

    /// <summary>406: x-delayed-type names the type it is for.</summary>
    public static ChannelException DelayedTwice() => Failed("Invalid argument, 'x-delayed-message' can't be used for 'x-delayed-type'");

    private static ChannelException Failed(string text) => new(ReplyCode.PreconditionFailed, text);
}
