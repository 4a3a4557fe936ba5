using AmqpBroker.Protocol.Errors;
using AmqpBroker.Protocol.Fields;

namespace AmqpBroker.Core.Exchanges;

/// <summary>What one binding of a headers exchange asks for: its arguments and x-match.</summary>
internal sealed class HeadersMatch
{
    private const string ModeArgument = "x-match";

    private readonly (string Name, FieldValue Value)[] _wanted;
    private readonly bool _any;

    private HeadersMatch((string Name, FieldValue Value)[] wanted, bool any)
    {
        _wanted = wanted;
        _any = any;
    }

    /// <summary>Reads a binding's arguments.</summary>
    /// <exception cref="Protocol.ChannelException">406: x-match is none of all, any, all-with-x, any-with-x.</exception>
    public static HeadersMatch Of(FieldTable arguments)
    {
        var mode = "all";
        if (arguments.TryGet(ModeArgument, out var given))
        {
            if (!given.TryGetString(out var text))
            {
                throw ExchangeErrors.InvalidMatchType(given.TypeName, given.ToErlangTerm());
            }

            mode = text;
        }

        var (any, withX) = mode switch
        {
            "all" => (false, false),
            "any" => (true, false),
            "all-with-x" => (false, true),
            "any-with-x" => (true, true),
            _ => throw ExchangeErrors.InvalidMatchValue(System.Text.Encoding.UTF8.GetBytes(mode)),
        };

        var wanted = arguments
            .Where(entry => entry.Name != ModeArgument && (withX || !entry.Name.StartsWith("x-", StringComparison.Ordinal)))
            .Select(entry => (entry.Name, entry.Value));
        return new HeadersMatch([.. wanted], any);
    }

    /// <summary>Whether a message with these headers matches; "all" of nothing matches everything, "any" of nothing nothing.</summary>
    public bool Matches(FieldTable headers)
    {
        foreach (var (name, value) in _wanted)
        {
            // Void in the binding asks only that the header is there. Numbers compare as 4.x does: across integer
            // widths, never integer with floating point.
            var holds = headers.TryGet(name, out var actual)
                && (value.Type == FieldType.Void || value.EqualsByValue(actual));
            if (holds == _any)
            {
                return _any;
            }
        }

        return !_any;
    }
}
