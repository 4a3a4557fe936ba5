using System.Text;
using AmqpBroker.Protocol;
using AmqpBroker.Protocol.Fields;

namespace AmqpBroker.Server.Sasl;

/// <summary>The SASL mechanisms offered, and how their responses are read.</summary>
internal static class SaslMechanisms
{
    /// <summary>The mechanism of clients who have shown a certificate (RFC 4422, appendix A): its name is all that counts, the response says nothing.</summary>
    public const string External = "EXTERNAL";

    /// <summary>What is offered to everyone: separated by blanks, in RabbitMQ's order.</summary>
    public const string Offered = "AMQPLAIN PLAIN";

    /// <summary>What is offered to a client.</summary>
    /// <param name="externalUser">The user its certificate names; null for none.</param>
    public static string OfferedTo(string? externalUser) => externalUser is null ? Offered : $"{Offered} {External}";

    /// <summary>Reads a response; false when the mechanism is not offered or the response malformed.</summary>
    /// <param name="mechanism">The mechanism's name; case matters.</param>
    /// <param name="response">The initial response.</param>
    /// <param name="credentials">What it contains.</param>
    public static bool TryRead(string mechanism, ReadOnlySpan<byte> response, out SaslCredentials credentials)
    {
        credentials = default;
        return mechanism switch
        {
            "PLAIN" => TryReadPlain(response, out credentials),
            "AMQPLAIN" => TryReadAmqPlain(response, out credentials),
            _ => false,
        };
    }

    /// <summary>RFC 4616: <c>authzid NUL authcid NUL passwd</c>; like RabbitMQ, only without an authorization identity.</summary>
    private static bool TryReadPlain(ReadOnlySpan<byte> response, out SaslCredentials credentials)
    {
        credentials = default;
        if (response is not [0, .. var rest])
        {
            return false;
        }

        var end = rest.IndexOf((byte)0);
        if (end < 0)
        {
            return false;
        }

        credentials = new SaslCredentials(Encoding.UTF8.GetString(rest[..end]), rest[(end + 1)..].ToArray());
        return true;
    }

    /// <summary>A field table without its length, with LOGIN and PASSWORD as long strings.</summary>
    private static bool TryReadAmqPlain(ReadOnlySpan<byte> response, out SaslCredentials credentials)
    {
        credentials = default;
        try
        {
            var table = FieldTable.Read(response);
            if (table.TryGet("LOGIN", out var login) && login.TryGetString(out var user)
                && table.TryGet("PASSWORD", out var secret) && secret.TryGetOctets(out var password))
            {
                credentials = new SaslCredentials(user, password.ToArray());
                return true;
            }
        }
        catch (ConnectionException)
        {
            // Not a table: refused like any malformed response, without a frame.
        }

        return false;
    }
}
