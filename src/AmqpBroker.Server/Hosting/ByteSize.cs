using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace AmqpBroker.Server.Hosting;

/// <summary>
/// An amount of memory or disk as settings name it: bytes, with a decimal (<c>256MB</c>) or binary unit (<c>256MiB</c>), or a
/// part of the memory there is (<c>40%</c>). As in RabbitMQ a lone letter is the binary unit.
/// </summary>
[TypeConverter(typeof(ByteSizeConverter))]
public readonly record struct ByteSize
{
    private static readonly (string Name, long Bytes)[] Units =
    [
        ("TiB", 1L << 40), ("TB", 1_000_000_000_000),
        ("GiB", 1L << 30), ("GB", 1_000_000_000),
        ("MiB", 1L << 20), ("MB", 1_000_000),
        ("KiB", 1L << 10), ("KB", 1_000),
    ];

    private readonly long _value;

    private ByteSize(long value, bool isPercentage)
    {
        _value = value;
        IsPercentage = isPercentage;
    }

    /// <summary>Whether it is a part of the memory there is.</summary>
    public bool IsPercentage { get; }

    /// <summary>A number of bytes.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative.</exception>
    public static ByteSize FromBytes(long bytes)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(bytes);
        return new(bytes, isPercentage: false);
    }

    /// <summary>A part of the memory there is.</summary>
    /// <param name="percentage">0 to 100.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is outside that range.</exception>
    public static ByteSize FromPercentage(int percentage)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(percentage);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(percentage, 100);
        return new(percentage, isPercentage: true);
    }

    /// <summary>Reads such an amount; capitals do not matter.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out ByteSize size)
    {
        size = default;
        var trimmed = text.AsSpan().Trim();
        var digits = trimmed.IndexOfAnyExceptInRange('0', '9');
        var unit = digits < 0 ? [] : trimmed[digits..].TrimStart();
        var number = digits < 0 ? trimmed : trimmed[..digits];
        if (!long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var value))
        {
            return false;
        }

        if (unit is "%")
        {
            size = new(value, isPercentage: true);
            return value <= 100;
        }

        if (!TryFindUnit(unit, out var bytes) || value > long.MaxValue / bytes)
        {
            return false;
        }

        size = new(value * bytes, isPercentage: false);
        return true;
    }

    /// <summary>How much it is.</summary>
    /// <param name="memory">The memory there is, in bytes.</param>
    public long ToBytes(long memory) => IsPercentage ? (long)(memory / 100.0 * _value) : _value;

    /// <summary>The shortest text that says the same.</summary>
    public override string ToString()
    {
        if (IsPercentage)
        {
            return string.Create(CultureInfo.InvariantCulture, $"{_value}%");
        }

        foreach (var (name, bytes) in Units)
        {
            if (_value > 0 && _value % bytes == 0)
            {
                return string.Create(CultureInfo.InvariantCulture, $"{_value / bytes}{name}");
            }
        }

        return _value.ToString(CultureInfo.InvariantCulture);
    }

    private static bool TryFindUnit(ReadOnlySpan<char> text, out long bytes)
    {
        bytes = 1;
        if (text is "" or "B" or "b")
        {
            return true;
        }

        foreach (var (name, unit) in Units)
        {
            if (text.Equals(name, StringComparison.OrdinalIgnoreCase)
                || (text.Length == 1 && name.Length == 3 && text.Equals(name.AsSpan(0, 1), StringComparison.OrdinalIgnoreCase)))
            {
                bytes = unit;
                return true;
            }
        }

        return false;
    }
}
