using System.Globalization;
using System.Text;
using AmqpBroker.Core.Messages;
using AmqpBroker.Core.Queues;
using AmqpBroker.Core.Routing;
using AmqpBroker.Protocol.Content;
using AmqpBroker.Protocol.Fields;

namespace AmqpBroker.Management.Resources;

/// <summary>Looks for a text in routing keys, headers, other properties and payloads, whatever the case of its ASCII letters. Immutable.</summary>
internal sealed class MessageSearch(string text)
{
    private readonly byte[] _bytes = Encoding.UTF8.GetBytes(text);

    /// <summary>Whether a message has the text in it.</summary>
    public bool Finds(BrowsedMessage message)
    {
        var record = new MessageRecord(message.Bytes.Span);
        return Has(RouteCache.Decode(record.Route).RoutingKey)
            || IsIn(BasicProperties.Read(ContentHeader.Read(record.Header).Properties))
            || IsIn(record.Body);
    }

    private bool IsIn(BasicProperties properties) =>
        (properties.Headers is { } headers && IsIn(headers))
        || Has(properties.MessageId)
        || Has(properties.CorrelationId)
        || Has(properties.ReplyTo)
        || Has(properties.Type)
        || Has(properties.AppId)
        || Has(properties.UserId)
        || Has(properties.ContentType);

    private bool IsIn(FieldTable table)
    {
        foreach (var (name, value) in table)
        {
            if (Has(name) || IsIn(value))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsIn(FieldValue value)
    {
        if (value.TryGetOctets(out var octets))
        {
            return IsIn(octets);
        }

        if (value.TryGetInteger(out var number))
        {
            return Has(number.ToString(CultureInfo.InvariantCulture));
        }

        return (value.AsTable() is { } table && IsIn(table)) || (value.AsArray() is { } items && items.Any(IsIn));
    }

    private bool Has(string? where) => where?.Contains(text, StringComparison.OrdinalIgnoreCase) == true;

    private bool IsIn(ReadOnlySpan<byte> where)
    {
        var (lower, upper) = (ToLower(_bytes[0]), ToUpper(_bytes[0]));
        while (where.Length >= _bytes.Length)
        {
            var at = where[..(where.Length - _bytes.Length + 1)].IndexOfAny(lower, upper);
            if (at < 0)
            {
                return false;
            }

            if (EqualsIgnoreCase(where.Slice(at, _bytes.Length)))
            {
                return true;
            }

            where = where[(at + 1)..];
        }

        return false;
    }

    private bool EqualsIgnoreCase(ReadOnlySpan<byte> where)
    {
        for (var i = 0; i < where.Length; i++)
        {
            if (ToLower(where[i]) != ToLower(_bytes[i]))
            {
                return false;
            }
        }

        return true;
    }

    private static byte ToLower(byte letter) => letter is >= (byte)'A' and <= (byte)'Z' ? (byte)(letter | 0x20) : letter;

    private static byte ToUpper(byte letter) => letter is >= (byte)'a' and <= (byte)'z' ? (byte)(letter & ~0x20) : letter;
}
