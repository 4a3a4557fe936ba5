using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace AmqpBroker.Management.Prometheus;

/// <summary>Writes Prometheus' text exposition format, version 0.0.4, as it goes. One user at a time.</summary>
/// <param name="output">Takes the text.</param>
internal sealed class MetricsText(IBufferWriter<byte> output)
{
    private byte[] _name = [];

    /// <summary>Begins a family of samples.</summary>
    /// <param name="name">The name, prefix included.</param>
    /// <param name="type"><c>counter</c>, <c>gauge</c> or <c>untyped</c>.</param>
    /// <param name="help">What it tells, in one line.</param>
    public void Family(string name, string type, string help)
    {
        _name = Encoding.UTF8.GetBytes(name);
        Write($"# TYPE {name} {type}\n# HELP {name} {help}\n");
    }

    /// <summary>Writes a sample of the family.</summary>
    /// <param name="value">Its value.</param>
    /// <param name="labels">Its labels in their braces, see <see cref="Labels"/>; empty for none.</param>
    public void Sample(double value, ReadOnlySpan<byte> labels = default)
    {
        const int LongestNumber = 32;
        var line = output.GetSpan(_name.Length + labels.Length + LongestNumber);
        _name.CopyTo(line);
        labels.CopyTo(line[_name.Length..]);
        var length = _name.Length + labels.Length;
        line[length++] = (byte)' ';
        if (value == Math.Floor(value) && Math.Abs(value) < 1e15)
        {
            Utf8Formatter.TryFormat((long)value, line[length..], out var digits);
            length += digits;
        }
        else if (double.IsNaN(value))
        {
            "NaN"u8.CopyTo(line[length..]);
            length += 3;
        }
        else
        {
            value.TryFormat(line[length..], out var digits, default, CultureInfo.InvariantCulture);
            length += digits;
        }

        line[length++] = (byte)'\n';
        output.Advance(length);
    }

    /// <summary>Labels in their braces, escaped.</summary>
    public static byte[] Labels(params ReadOnlySpan<(string Name, string Value)> labels)
    {
        var text = new StringBuilder("{");
        foreach (var (name, value) in labels)
        {
            text.Append(text.Length > 1 ? "," : "").Append(name).Append("=\"");
            foreach (var letter in value)
            {
                _ = letter switch
                {
                    '\\' => text.Append(@"\\"),
                    '"' => text.Append("\\\""),
                    '\n' => text.Append("\\n"),
                    _ => text.Append(letter),
                };
            }

            text.Append('"');
        }

        return Encoding.UTF8.GetBytes(text.Append('}').ToString());
    }

    private void Write(string text)
    {
        var bytes = output.GetSpan(Encoding.UTF8.GetMaxByteCount(text.Length));
        output.Advance(Encoding.UTF8.GetBytes(text, bytes));
    }
}
