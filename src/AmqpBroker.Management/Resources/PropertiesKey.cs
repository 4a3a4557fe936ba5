using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using AmqpBroker.Core.Exchanges;

namespace AmqpBroker.Management.Resources;

/// <summary>What tells the bindings between one source and one destination apart, in paths: the key as web forms encode it, and a mark of the arguments.</summary>
internal static class PropertiesKey
{
    private const string None = "~";
    private const int MarkBytes = 9;

    public static string Of(Binding binding)
    {
        if (binding.Arguments.Count == 0)
        {
            return binding.RoutingKey.Length == 0 ? None : Encode(binding.RoutingKey);
        }

        // The arguments of a binding stand in the order of their names.
        var mark = Base64Url.EncodeToString(SHA256.HashData(binding.Arguments.ToContent()).AsSpan(0, MarkBytes));
        return $"{Encode(binding.RoutingKey)}~{mark}";
    }

    private static string Encode(string key)
    {
        var text = new StringBuilder(key.Length);
        foreach (var octet in Encoding.UTF8.GetBytes(key))
        {
            _ = octet switch
            {
                (byte)' ' => text.Append('+'),
                (byte)'-' or (byte)'_' or (byte)'.' => text.Append((char)octet),
                _ when char.IsAsciiLetterOrDigit((char)octet) => text.Append((char)octet),
                _ => text.Append('%').Append(octet.ToString("X2", System.Globalization.CultureInfo.InvariantCulture)),
            };
        }

        return text.ToString();
    }
}
