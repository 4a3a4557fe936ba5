using System.Globalization;

namespace AmqpBroker.Core.Queues;

/// <summary>A place in the order of delivery of one queue, behind which browsing goes on: it stays where it is while messages before it are taken.</summary>
/// <param name="Line">The line of messages: their priority, as far as the queue tells them apart.</param>
/// <param name="IsReturned">Whether it is among those that came back, which go out before the others of their line.</param>
/// <param name="Place">The place there.</param>
public readonly record struct BrowsePlace(int Line, bool IsReturned, long Place)
{
    private const char Returned = 'r';
    private const char Waiting = 'w';

    /// <summary>Reads what <see cref="ToString"/> has written.</summary>
    public static bool TryParse(string text, out BrowsePlace place)
    {
        ArgumentNullException.ThrowIfNull(text);
        place = default;
        var at = text.AsSpan().IndexOfAny(Returned, Waiting);
        if (at <= 0
            || !int.TryParse(text.AsSpan(0, at), NumberStyles.None, CultureInfo.InvariantCulture, out var line)
            || !long.TryParse(text.AsSpan(at + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return false;
        }

        place = new BrowsePlace(line, text[at] == Returned, number);
        return true;
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Line}{(IsReturned ? Returned : Waiting)}{Place}");
}
