using System.Text;
using AmqpBroker.Management.Api;

namespace AmqpBroker.Management.Resources;

/// <summary>Texts that AMQP gives 255 octets at most.</summary>
internal static class ShortStrings
{
    private const int MostOctets = 255;

    /// <exception cref="ApiException">400: it is longer.</exception>
    public static string Require(string name, string value) =>
        Encoding.UTF8.GetByteCount(value) <= MostOctets ? value : throw ApiErrors.BadTerm("too_long", name);
}
