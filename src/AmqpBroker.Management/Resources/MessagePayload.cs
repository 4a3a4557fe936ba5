using System.Text;
using System.Text.Json;

namespace AmqpBroker.Management.Resources;

/// <summary>Bodies of messages as JSON: as text where they are UTF-8, or as Base64.</summary>
internal static class MessagePayload
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

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
