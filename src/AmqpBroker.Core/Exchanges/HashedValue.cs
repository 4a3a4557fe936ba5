using AmqpBroker.Protocol.Content;
using AmqpBroker.Protocol.Errors;
using AmqpBroker.Protocol.Fields;

namespace AmqpBroker.Core.Exchanges;

/// <summary>What a consistent-hash exchange takes the hash of: the routing key, a header or a property. Published: never changes once made.</summary>
internal sealed class HashedValue
{
    private const string HeaderArgument = "hash-header";
    private const string PropertyArgument = "hash-property";

    private readonly string? _header;
    private readonly string? _property;

    private HashedValue(string? header, string? property)
    {
        _header = header;
        _property = property;
    }

    /// <summary>Whether the routing key alone decides, so that messages with the same key go the same way.</summary>
    public bool IsRoutingKey => _header is null && _property is null;

    /// <summary>Reads an exchange's arguments.</summary>
    /// <exception cref="Protocol.ChannelException">406: both a header and a property, a property that cannot be hashed, or no names.</exception>
    public static HashedValue Of(FieldTable arguments)
    {
        var header = Text(arguments, HeaderArgument);
        var property = Text(arguments, PropertyArgument);
        if (header is not null && property is not null)
        {
            throw ExchangeErrors.HashedTwice();
        }

        return property is null or "message_id" or "correlation_id" or "timestamp"
            ? new HashedValue(header, property)
            : throw ExchangeErrors.UnsupportedHashProperty(property);
    }

    /// <summary>The hash of a message; those without the header or property have all the same.</summary>
    /// <param name="routingKey">Its routing key.</param>
    /// <param name="properties">Its properties.</param>
    public ulong HashOf(string routingKey, BasicProperties properties)
    {
        var hash = new StableHash();
        if (_header is not null)
        {
            if (properties.Headers is { } headers && headers.TryGet(_header, out var value))
            {
                Add(ref hash, value);
            }
        }
        else if (_property == "timestamp")
        {
            hash.Add((long)(properties.Timestamp ?? 0));
        }
        else
        {
            hash.Add(_property switch
            {
                null => routingKey,
                "message_id" => properties.MessageId,
                _ => properties.CorrelationId,
            });
        }

        return hash.Value;
    }

    private static void Add(ref StableHash hash, FieldValue value)
    {
        if (value.TryGetOctets(out var octets))
        {
            hash.Add(octets);
        }
        else if (value.TryGetInteger(out var number))
        {
            // Of whatever width: clients differ in how they send the same number.
            hash.Add(number);
        }
        else
        {
            hash.Add(value.ToErlangTerm());
        }
    }

    private static string? Text(FieldTable arguments, string name)
    {
        if (!arguments.TryGet(name, out var value))
        {
            return null;
        }

        return value.TryGetString(out var text) ? text : throw ExchangeErrors.InvalidHashArgument(name, value.TypeName);
    }
}
