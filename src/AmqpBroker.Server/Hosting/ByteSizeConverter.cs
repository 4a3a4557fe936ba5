using System.ComponentModel;
using System.Globalization;

namespace AmqpBroker.Server.Hosting;

/// <summary>Lets whatever reads configuration read a <see cref="ByteSize"/>.</summary>
public sealed class ByteSizeConverter : TypeConverter
{
    /// <inheritdoc/>
    public override bool CanConvertFrom(ITypeDescriptorContext? context, Type sourceType) => sourceType == typeof(string);

    /// <inheritdoc/>
    public override object ConvertFrom(ITypeDescriptorContext? context, CultureInfo? culture, object value) =>
        ByteSize.TryParse(value as string, out var size) ? size : throw new FormatException($"'{value}' is not a size such as 512MiB or 40%");
}
