using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace AmqpBroker.Core.Certificates;

/// <summary>Finds the name of a user in a certificate, as RabbitMQ's <c>ssl_cert_login_from</c> does.</summary>
public static class CertificateNames
{
    private const string CommonName = "2.5.4.3";

    private static readonly Dictionary<string, string> ShortNames = new(StringComparer.Ordinal)
    {
        [CommonName] = "CN",
        ["2.5.4.4"] = "SN",
        ["2.5.4.5"] = "SERIALNUMBER",
        ["2.5.4.6"] = "C",
        ["2.5.4.7"] = "L",
        ["2.5.4.8"] = "ST",
        ["2.5.4.9"] = "STREET",
        ["2.5.4.10"] = "O",
        ["2.5.4.11"] = "OU",
        ["2.5.4.12"] = "TITLE",
        ["2.5.4.42"] = "GIVENNAME",
        ["2.5.4.43"] = "INITIALS",
        ["2.5.4.44"] = "GENERATIONQUALIFIER",
        ["2.5.4.65"] = "PSEUDONYM",
        ["1.2.840.113549.1.9.1"] = "EMAILADDRESS",
        ["0.9.2342.19200300.100.1.25"] = "DC",
        ["0.9.2342.19200300.100.1.1"] = "UID",
    };

    /// <summary>The name; null when the certificate has none there, or one that cannot be told without doubt.</summary>
    public static string? Find(X509Certificate2 certificate, CertificateName from)
    {
        ArgumentNullException.ThrowIfNull(certificate);
        var name = from switch
        {
            CertificateName.CommonName => Subject(certificate) is { } parts ? string.Join(',', parts.Where(static part => part.Oid == CommonName).Select(static part => part.Value)) : null,
            CertificateName.SubjectAlternativeName => certificate.Extensions.OfType<X509SubjectAlternativeNameExtension>()
                .SelectMany(static extension => extension.EnumerateDnsNames()).FirstOrDefault(),
            _ => Subject(certificate) is { } all ? string.Join(',', all.Select(static part => $"{ShortNames.GetValueOrDefault(part.Oid, part.Oid)}={Escape(part.Value)}")) : null,
        };
        return string.IsNullOrEmpty(name) ? null : name;
    }

    // The last of the sequence first, as RFC 4514 writes it. Parts of several values have no order: such a subject names nobody.
    private static List<(string Oid, string Value)>? Subject(X509Certificate2 certificate)
    {
        var parts = new List<(string Oid, string Value)>();
        foreach (var part in certificate.SubjectName.EnumerateRelativeDistinguishedNames(reversed: true))
        {
            if (part.HasMultipleElements || part.GetSingleElementType().Value is not { } oid || ReadValue(part) is not { } value)
            {
                return null;
            }

            parts.Add((oid, value));
        }

        return parts;
    }

    private static string? ReadValue(X500RelativeDistinguishedName part)
    {
        try
        {
            return part.GetSingleElementValue();
        }
        catch (CryptographicException)
        {
            // Not a text.
            return null;
        }
    }

    private static string Escape(string value)
    {
        var text = new StringBuilder(value.Length);
        for (var i = 0; i < value.Length; i++)
        {
            var character = value[i];
            if (character < ' ')
            {
                text.Append(CultureInfo.InvariantCulture, $"\\{(int)character:X2}");
                continue;
            }

            var isAtEdge = (i == 0 && character is '#' or ' ') || (i == value.Length - 1 && character == ' ');
            if (isAtEdge || character is ',' or '+' or '"' or '\\' or '<' or '>' or ';')
            {
                text.Append('\\');
            }

            text.Append(character);
        }

        return text.ToString();
    }
}
