using System.Globalization;
using System.Text;
using AmqpBroker.Management.Api;

namespace AmqpBroker.Management.Resources;

/// <summary>Texts that AMQP gives 255 octets at most.</summary>
internal static class ShortStrings
{
    private const int MostOctets = 255;

    /// <summary>The name of something that is to be made.</summary>
    /// <exception cref="ApiException">400: it is longer.</exception>
    public static string RequireName(string kind, string name)
    {
        var octets = Encoding.UTF8.GetByteCount(name);
        return octets <= MostOctets
            ? name
            : throw ApiErrors.BadRequest(string.Create(CultureInfo.InvariantCulture, $"{kind} should be less than {MostOctets} bytes, actually was {octets}\n"));
    }

    /// <exception cref="ApiException">400: it is longer.</exception>
    public static string Require(string name, string value) =>
        Encoding.UTF8.GetByteCount(value) <= MostOctets ? value : throw ApiErrors.BadTerm("too_long", name);
}
