using System.Globalization;

namespace AmqpBroker.Control.Commands;

/// <summary>Sizes as RabbitMQ's tools write them.</summary>
internal static class SizeText
{
    public static string Of(long bytes, SizeUnit unit) => unit switch
    {
        SizeUnit.Bytes => string.Create(CultureInfo.InvariantCulture, $"{bytes} bytes"),
        SizeUnit.Mb => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e6:0.####} mb"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e9:0.####} gb"),
    };
}
