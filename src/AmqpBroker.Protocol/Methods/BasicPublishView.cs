using System.Text;
using System.Text.Unicode;
using AmqpBroker.Protocol.Errors;

namespace AmqpBroker.Protocol.Methods;

/// <summary>
/// basic.publish as a view over the received octets, for the way every message takes: nothing is allocated or copied.
/// <code>ticket:u16 · exchange:shortstr · routing-key:shortstr · bits:u8 (mandatory, immediate)</code>
/// Accepts and refuses what <see cref="BasicPublish"/> does, with the same errors.
/// </summary>
public readonly ref struct BasicPublishView
{
    private const int TicketLength = sizeof(ushort);
    private const byte MandatoryBit = 1;
    private const byte ImmediateBit = 2;

    private readonly byte _exchangeLength;
    private readonly byte _bits;

    private BasicPublishView(ReadOnlySpan<byte> route, byte exchangeLength, byte bits)
    {
        Route = route;
        _exchangeLength = exchangeLength;
        _bits = bits;
    }

    /// <summary>
    /// Exchange and routing key as they stand on the wire, both length octets included: one span that identifies
    /// where the message is to go.
    /// </summary>
    public ReadOnlySpan<byte> Route { get; }

    /// <summary>The exchange's name in UTF-8; empty for the default exchange.</summary>
    public ReadOnlySpan<byte> Exchange => Route.Slice(1, _exchangeLength);

    /// <summary>The routing key in UTF-8.</summary>
    public ReadOnlySpan<byte> RoutingKey => Route[(_exchangeLength + 2)..];

    /// <summary>Return the message when it matches no queue.</summary>
    public bool Mandatory => (_bits & MandatoryBit) != 0;

    /// <summary>Not supported: to be refused when set.</summary>
    public bool Immediate => (_bits & ImmediateBit) != 0;

    /// <summary>Reads the fields if they name a route that has been read before, which need not be checked again.</summary>
    /// <param name="fields">As for <see cref="Read"/>.</param>
    /// <param name="known">A <see cref="Route"/>.</param>
    /// <param name="view">The view.</param>
    public static bool TryReadKnown(ReadOnlySpan<byte> fields, ReadOnlySpan<byte> known, out BasicPublishView view)
    {
        if (fields.Length != TicketLength + known.Length + 1 || !fields.Slice(TicketLength, known.Length).SequenceEqual(known))
        {
            view = default;
            return false;
        }

        view = new BasicPublishView(fields.Slice(TicketLength, known.Length), known[0], fields[^1]);
        return true;
    }

    /// <summary>Reads the fields, without the ids before them.</summary>
    /// <param name="fields">Borrowed: the view is valid as long as they are.</param>
    /// <exception cref="ConnectionException">501: cut off, octets left over, or a name that is not UTF-8.</exception>
    public static BasicPublishView Read(ReadOnlySpan<byte> fields)
    {
        var exchangeEnd = EndOfShortString(fields, TicketLength);
        var routeEnd = EndOfShortString(fields, exchangeEnd);
        if (fields.Length != routeEnd + 1)
        {
            throw FrameErrors.CannotDecode(MethodId.BasicPublish, fields);
        }

        return new BasicPublishView(fields[TicketLength..routeEnd], fields[TicketLength], fields[routeEnd]);
    }

    private static int EndOfShortString(ReadOnlySpan<byte> fields, int start)
    {
        if (start >= fields.Length || start + 1 + fields[start] > fields.Length)
        {
            throw FrameErrors.CannotDecode(MethodId.BasicPublish, fields);
        }

        var text = fields.Slice(start + 1, fields[start]);
        return Ascii.IsValid(text) || Utf8.IsValid(text)
            ? start + 1 + text.Length
            : throw FrameErrors.MalformedShortString();
    }
}
