using System.Globalization;
using System.Net;
using AmqpBroker.Server.Hosting;

namespace AmqpBroker.Configuration.RabbitMq;

/// <summary>Turns values as RabbitMQ writes them into values as this broker's settings are written; null when they are none.</summary>
internal static class ConfValue
{
    /// <summary>A whole number that is not negative.</summary>
    public static string? Number(string text) => TryReadNumber(text, out var number) ? Text(number) : null;

    /// <summary>Milliseconds, as a time.</summary>
    public static string? Milliseconds(string text)
        => TryReadNumber(text, out var number) && number < TimeSpan.MaxValue.TotalMilliseconds
            ? TimeSpan.FromMilliseconds(number).ToString("c", CultureInfo.InvariantCulture)
            : null;

    /// <summary>Seconds, as a time.</summary>
    public static string? Seconds(string text)
        => TryReadNumber(text, out var number) && number < TimeSpan.MaxValue.TotalSeconds
            ? TimeSpan.FromSeconds(number).ToString("c", CultureInfo.InvariantCulture)
            : null;

    /// <summary>Minutes, as a time.</summary>
    public static string? Minutes(string text)
        => TryReadNumber(text, out var number) && number < TimeSpan.MaxValue.TotalMinutes
            ? TimeSpan.FromMinutes(number).ToString("c", CultureInfo.InvariantCulture)
            : null;

    /// <summary>An IP address to listen at.</summary>
    public static string? Address(string text)
        => IPAddress.TryParse(text, out var address) ? address.Equals(IPAddress.IPv6Any) ? "*" : address.ToString() : null;

    /// <summary>Bytes, with a unit or without.</summary>
    public static string? Size(string text) => TryReadSize(text, out var bytes) ? Text(bytes) : null;

    /// <summary>Any text but none at all.</summary>
    public static string? AnyText(string text) => text;

    /// <summary>One of RabbitMQ's log levels, as the level that lets through as much.</summary>
    public static string? LogLevel(string text) => text switch
    {
        "debug" => "Debug",
        "info" or "notice" => "Information",
        "warning" => "Warning",
        "error" => "Error",
        "critical" or "alert" or "emergency" => "Critical",
        "none" => "None",
        _ => null,
    };

    /// <summary>A part of the memory as a percentage where that is exact, in bytes where it is not.</summary>
    /// <param name="memory">The memory there is, in bytes.</param>
    /// <param name="part">0 to 1.</param>
    public static string PartOf(long memory, double part)
    {
        var percentage = Math.Round(part * 100, 6);
        return percentage == Math.Floor(percentage)
            ? string.Create(CultureInfo.InvariantCulture, $"{percentage}%")
            : Text((long)(memory * part));
    }

    public static bool TryReadSize(string text, out long bytes)
    {
        bytes = 0;
        if (!ByteSize.TryParse(text, out var size) || size.IsPercentage)
        {
            return false;
        }

        bytes = size.ToBytes(0);
        return true;
    }

    public static bool TryReadFraction(string text, out double fraction)
        => double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out fraction);

    public static bool? ReadBoolean(string text) => text switch
    {
        "true" or "on" or "yes" => true,
        "false" or "off" or "no" => false,
        _ => null,
    };

    /// <summary>A listener: <c>5672</c>, <c>127.0.0.1:5672</c>, <c>::1:5672</c> or <c>[::1]:5672</c>.</summary>
    /// <param name="text">What stands in the file.</param>
    /// <param name="address">None: every address.</param>
    /// <param name="port">1 to 65535.</param>
    public static bool TryReadListener(string text, out IPAddress? address, out int port)
    {
        address = null;
        var colon = text.LastIndexOf(':');
        return TryReadPort(text[(colon + 1)..], out port)
            && (colon < 0 || IPAddress.TryParse(text[..colon].TrimStart('[').TrimEnd(']'), out address));
    }

    public static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static bool TryReadPort(string text, out int port)
        => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out port) && port is > 0 and <= ushort.MaxValue;

    private static bool TryReadNumber(string text, out long number)
        => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
