using System.Buffers.Text;
using System.Globalization;
using System.Text;
using AmqpBroker.Core.DeadLetters;
using AmqpBroker.Core.Messages;
using AmqpBroker.Core.Replies;
using AmqpBroker.Core.Users;
using AmqpBroker.Protocol.Content;
using AmqpBroker.Protocol.Errors;
using AmqpBroker.Protocol.Fields;

namespace AmqpBroker.Server.Channels;

/// <summary>What the broker acts on in a published message's properties, checked.</summary>
/// <param name="Flags">Flags for the record.</param>
/// <param name="Priority">The priority, 0 when absent.</param>
/// <param name="ExpiresAfterMilliseconds">The expiration; negative when absent.</param>
/// <param name="HasRoutingHeaders">Whether CC or BCC say where else it goes.</param>
/// <param name="WantsDirectReply">Whether the reply is to come to the publisher's channel without a queue.</param>
internal readonly record struct PublishedProperties(
    MessageFlags Flags, byte Priority, long ExpiresAfterMilliseconds, bool HasRoutingHeaders, bool WantsDirectReply)
{
    private const long TenYearsInMilliseconds = 315_360_000_000;
    private const byte TransientMode = 1;
    private const byte PersistentMode = 2;

    /// <summary>Reads and checks the properties.</summary>
    /// <param name="source">From the property flags to the last property.</param>
    /// <param name="user">The name the publisher logged in with.</param>
    /// <param name="hasReplyConsumer">Whether the channel consumes direct replies.</param>
    /// <param name="users">Tells whether the publisher may use other users' names.</param>
    /// <exception cref="Protocol.ChannelException">406: a value that cannot be.</exception>
    /// <exception cref="Protocol.ConnectionException">502: the properties do not decode.</exception>
    public static PublishedProperties Read(ReadOnlySpan<byte> source, string user, bool hasReplyConsumer, UserDirectory users)
    {
        if (source is [0, 0])
        {
            return new PublishedProperties(MessageFlags.None, 0, -1, false, false);
        }

        var view = BasicPropertiesView.Parse(source);
        var wantsDirectReply = view.ReplyTo.SequenceEqual(DirectReplies.WireName);
        if (wantsDirectReply && !hasReplyConsumer)
        {
            throw BasicErrors.NoReplyConsumer();
        }

        if (view.Has(PropertyFlags.UserId))
        {
            CheckUser(view.UserId, user, users);
        }

        // In RabbitMQ's order: of several mistakes it names the first.
        var expiresAfter = view.Has(PropertyFlags.Expiration) ? ReadExpiration(view.Expiration) : -1;
        var hasRoutingHeaders = HasArray(view.Headers, "CC"u8, CarbonCopies.Visible) | HasArray(view.Headers, "BCC"u8, CarbonCopies.Blind);
        if (view.Has(PropertyFlags.DeliveryMode) && view.DeliveryMode is not (TransientMode or PersistentMode))
        {
            throw BasicErrors.InvalidDeliveryMode(view.DeliveryMode);
        }

        return new PublishedProperties(
            view.DeliveryMode == PersistentMode ? MessageFlags.Persistent : MessageFlags.None,
            view.Priority,
            expiresAfter,
            hasRoutingHeaders,
            wantsDirectReply);
    }

    private static void CheckUser(ReadOnlySpan<byte> userId, string user, UserDirectory users)
    {
        Span<byte> bytes = stackalloc byte[byte.MaxValue];
        var isOwn = Encoding.UTF8.TryGetBytes(user, bytes, out var length) && userId.SequenceEqual(bytes[..length]);
        if (!isOwn && users.Find(user)?.Has(UserTags.Impersonator) != true)
        {
            throw BasicErrors.UserIdMismatch(Encoding.UTF8.GetString(userId), user);
        }
    }

    // Accepts what Erlang's string:to_integer takes whole: digits, with or without a sign.
    private static long ReadExpiration(ReadOnlySpan<byte> expiration)
    {
        if (Utf8Parser.TryParse(expiration, out long number, out var read) && read == expiration.Length && number is >= 0 and <= TenYearsInMilliseconds)
        {
            return number;
        }

        var text = Encoding.UTF8.GetString(expiration);
        var start = text is ['+' or '-', ..] ? 1 : 0;
        var end = start;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
        {
            end++;
        }

        if (end == start)
        {
            throw BasicErrors.InvalidExpiration(text, ArgumentFlaws.NoInteger);
        }

        if (end < text.Length)
        {
            throw BasicErrors.InvalidExpiration(text, ArgumentFlaws.LeftoverText(text[end..]));
        }

        if (!long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var milliseconds))
        {
            milliseconds = text[0] == '-' ? long.MinValue : long.MaxValue;
        }

        return milliseconds switch
        {
            < 0 => throw BasicErrors.InvalidExpiration(text, ArgumentFlaws.Negative(milliseconds)),
            > TenYearsInMilliseconds => throw BasicErrors.InvalidExpiration(text, ArgumentFlaws.TooLarge(milliseconds)),
            _ => milliseconds,
        };
    }

    private static bool HasArray(ReadOnlySpan<byte> headers, ReadOnlySpan<byte> wireName, string name)
    {
        if (headers.IsEmpty || !FieldTableLookup.TryFind(headers, wireName, out var type, out _))
        {
            return false;
        }

        return type == FieldType.Array ? true : throw BasicErrors.InvalidRoutingHeader(name, type.ToName());
    }
}
