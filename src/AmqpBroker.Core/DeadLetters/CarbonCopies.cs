using AmqpBroker.Protocol.Fields;

namespace AmqpBroker.Core.DeadLetters;

/// <summary>The CC and BCC headers: further routing keys of a message (RabbitMQ's sender-selected distribution).</summary>
public static class CarbonCopies
{
    /// <summary>Keys that the receiver sees.</summary>
    public const string Visible = "CC";

    /// <summary>Keys that go before the receiver sees them.</summary>
    public const string Blind = "BCC";

    /// <summary>The keys in one of the headers.</summary>
    public static IEnumerable<string> KeysOf(FieldTable headers, string name)
    {
        ArgumentNullException.ThrowIfNull(headers);
        if (!headers.TryGet(name, out var value) || value.AsArray() is not { } items)
        {
            yield break;
        }

        foreach (var item in items)
        {
            if (item.TryGetString(out var key))
            {
                yield return key;
            }
        }
    }
}
