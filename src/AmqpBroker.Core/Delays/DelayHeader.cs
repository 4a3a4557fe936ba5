using System.Globalization;
using AmqpBroker.Protocol.Content;
using AmqpBroker.Protocol.Fields;

namespace AmqpBroker.Core.Delays;

/// <summary>The x-delay header: how long a delayed-message exchange keeps a message, in milliseconds.</summary>
internal static class DelayHeader
{
    private const string Name = "x-delay";

    /// <summary>The longest delay; a message that asks for more is not delayed, as with RabbitMQ's plug-in.</summary>
    private const long Longest = uint.MaxValue;

    /// <summary>Reads for how long a message is to be kept; false for one that goes on at once.</summary>
    /// <param name="properties">The message's properties.</param>
    /// <param name="milliseconds">How long.</param>
    public static bool TryRead(BasicProperties properties, out long milliseconds)
    {
        milliseconds = 0;
        return properties.Headers is { } headers
            && headers.TryGet(Name, out var value)
            && TryRead(value, out milliseconds)
            && milliseconds is > 0 and <= Longest;
    }

    /// <summary>Turns the sign of the delay: so no exchange on the way delays the message again, and its consumer sees that it was.</summary>
    public static BasicProperties Negate(BasicProperties properties)
    {
        if (!TryRead(properties, out var milliseconds) || properties.Headers is not { } headers)
        {
            return properties;
        }

        var negated = -milliseconds >= int.MinValue ? FieldValue.From((int)-milliseconds) : FieldValue.From(-milliseconds);
        return properties with { Headers = headers.ToBuilder().Set(Name, negated).Build() };
    }

    private static bool TryRead(FieldValue value, out long milliseconds)
    {
        if (value.TryGetInteger(out milliseconds))
        {
            return true;
        }

        if (value.TryGetString(out var text))
        {
            return long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out milliseconds);
        }

        var isNumber = value.TryGetDouble(out var number) && Math.Abs(number) <= Longest;
        milliseconds = isNumber ? (long)number : 0;
        return isNumber;
    }
}
