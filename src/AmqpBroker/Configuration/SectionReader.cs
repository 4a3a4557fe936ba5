using System.ComponentModel;
using System.Globalization;
using System.Reflection;
using AmqpBroker.Server.Hosting;
using Microsoft.Extensions.Configuration;

namespace AmqpBroker.Configuration;

/// <summary>Reads one section into the options class it belongs to, and reports every key that does not fit
/// where the framework's binder ignores it or stops at the first.</summary>
internal sealed class SectionReader(List<string> mistakes)
{
    public void Read(IConfigurationSection section, object options)
    {
        var properties = options.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance);
        foreach (var entry in section.GetChildren())
        {
            var property = properties.FirstOrDefault(property => property.Name.Equals(entry.Key, StringComparison.OrdinalIgnoreCase));
            if (property is null)
            {
                AddUnknown(entry.Path, properties.Select(property => property.Name));
            }
            else if (entry.GetChildren().FirstOrDefault() is { } nested)
            {
                AddUnknown(nested.Path, []);
            }
            else if (!TryConvert(entry.Value, property.PropertyType, out var value))
            {
                mistakes.Add($"{section.Key}:{property.Name} is '{entry.Value}', which is not {Describe(property.PropertyType)}");
            }
            else
            {
                property.SetValue(options, value);
            }
        }
    }

    public void AddUnknown(string path, IEnumerable<string> known)
    {
        var names = string.Join(", ", known.Order(StringComparer.Ordinal));
        mistakes.Add(names.Length == 0 ? $"unknown setting {path}" : $"unknown setting {path}; there is {names}");
    }

    private static bool TryConvert(string? text, Type type, out object? value)
    {
        value = null;
        if (type == typeof(string))
        {
            value = text;
            return true;
        }

        if (text is null || (type.IsEnum && !Enum.GetNames(type).Contains(text, StringComparer.OrdinalIgnoreCase)))
        {
            return false;
        }

        try
        {
            value = TypeDescriptor.GetConverter(type).ConvertFromString(null, CultureInfo.InvariantCulture, text);
            return true;
        }
        catch (Exception exception) when (exception is FormatException or ArgumentException or OverflowException)
        {
            return false;
        }
    }

    private static string Describe(Type type)
    {
        if (type.IsEnum)
        {
            return "one of " + string.Join(", ", Enum.GetNames(type).Select(name => name.ToLowerInvariant()));
        }

        if (type == typeof(ByteSize))
        {
            return "a size such as 512MiB, 2GB or 40%";
        }

        return type == typeof(TimeSpan) ? "a time such as 00:00:10"
            : type == typeof(bool) ? "true or false"
            : type == typeof(double) ? "a number such as 0.25"
            : "a whole number";
    }
}
