using System.Buffers.Text;
using System.Security.Cryptography;

namespace AmqpBroker.Core.VirtualHosts;

/// <summary>Names the broker makes, and what it asks of names that clients make.</summary>
public static class ServerNames
{
    private const string ReservedPrefix = "amq.";

    /// <summary>A name for a queue declared without one: <c>amq.gen-</c> and 22 characters of base64url.</summary>
    public static string NewQueueName() => "amq.gen-" + RandomText();

    /// <summary>A tag for a consumer without one: <c>amq.ctag-</c> and 22 characters of base64url.</summary>
    public static string NewConsumerTag() => "amq.ctag-" + RandomText();

    /// <summary>Whether a name is reserved to the broker.</summary>
    public static bool IsReserved(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return name.StartsWith(ReservedPrefix, StringComparison.Ordinal);
    }

    /// <summary>Drops carriage returns and line feeds from the name of a queue or exchange, as RabbitMQ does.</summary>
    public static string Clean(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return name.AsSpan().IndexOfAny('\r', '\n') < 0
            ? name
            : name.Replace("\r", "", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal);
    }

    /// <summary>22 characters of base64url that nobody can guess: 16 random octets.</summary>
    public static string NewSecret() => RandomText();

    private static string RandomText() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16));
}
