using System.Text;
using System.Text.Json;
using AmqpBroker.Management.Api;

namespace AmqpBroker.Management.Resources;

/// <summary>Bodies of messages as JSON: as text where they are UTF-8, or as Base64.</summary>
internal static class MessagePayload
{
    /// <summary>The encoding that is usual: text where it is UTF-8, and Base64 where it is not.</summary>
    public const string Auto = "auto";

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads what a caller asks for as <c>encoding</c>.</summary>
    /// <returns>Whether all is to be Base64, text too.</returns>
    /// <exception cref="ApiException">400: there is no such encoding.</exception>
    public static bool ReadEncoding(string? encoding) => encoding switch
    {
        Auto => false,
        "base64" => true,
        _ => throw ApiErrors.BadRequest("Unsupported encoding. Please use auto or base64."),
    };

    public static void Write(Utf8JsonWriter writer, ReadOnlySpan<byte> payload, bool asBase64)
    {
        if (!asBase64 && TryDecode(payload, out var text))
        {
            writer.WriteString("payload", text);
            writer.WriteString("payload_encoding", "string");
        }
        else
        {
            writer.WriteBase64String("payload", payload);
            writer.WriteString("payload_encoding", "base64");
        }
    }

    private static bool TryDecode(ReadOnlySpan<byte> payload, out string text)
    {
        try
        {
            text = StrictUtf8.GetString(payload);
            return true;
        }
        catch (DecoderFallbackException)
        {
            text = string.Empty;
            return false;
        }
    }
}
