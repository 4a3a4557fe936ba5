using System.Globalization;

namespace AmqpBroker.Server.Hosting;

/// <summary>Collects what is wrong in one section of the options, one line each: the key, its value, what is allowed.</summary>
internal sealed class OptionMistakes(string section)
{
    private readonly List<string> _lines = [];

    public IReadOnlyList<string> Lines => _lines;

    public void Add(string key, object? value, string allowed)
    {
        var shown = value is null or "" ? "empty" : string.Create(CultureInfo.InvariantCulture, $"'{value}'");
        _lines.Add($"{section}:{key} is {shown}; allowed: {allowed}");
    }

    public void RequireRange(string key, long value, long least, long most, string unit)
    {
        if (value < least || value > most)
        {
            Add(key, value, string.Create(CultureInfo.InvariantCulture, $"{least} to {most}{unit}"));
        }
    }
}
