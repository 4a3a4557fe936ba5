using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Spectre.Console;

namespace AmqpBroker.Control.Output;

/// <summary>Writes what a command has to say, in the form that was asked for.</summary>
/// <param name="writer">Standard output.</param>
/// <param name="format">The form of lists.</param>
/// <param name="verbosity">What is written besides them.</param>
/// <param name="width">What tables keep within, in characters.</param>
internal sealed class CtlOutput(TextWriter writer, OutputFormat format, Verbosity verbosity, int width)
{
    /// <summary>For what is not read in a window.</summary>
    public const int AnyWidth = 1_000_000;

    private static readonly JsonWriterOptions JsonOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly JsonWriterOptions IndentedJson = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Indented = true };

    public OutputFormat Format => format;

    /// <summary>Says what is being done; only where a script does not read data.</summary>
    public void Banner(string text)
    {
        if (verbosity == Verbosity.Normal && format is OutputFormat.Table or OutputFormat.Tsv)
        {
            writer.WriteLine(text);
        }
    }

    /// <summary>Says how it went.</summary>
    public void Result(string text)
    {
        if (verbosity == Verbosity.Normal && format != OutputFormat.Json)
        {
            writer.WriteLine(text);
        }
    }

    /// <summary>Writes what was asked for, whatever else is kept quiet.</summary>
    public void Line(string text) => writer.WriteLine(text);

    public void Rows(IReadOnlyList<Column> columns, IEnumerable<Row> rows)
    {
        switch (format)
        {
            case OutputFormat.Json:
                WriteJson(columns, rows);
                break;
            case OutputFormat.Csv:
                WriteLines(columns, rows, text => $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"", ',');
                break;
            case OutputFormat.Tsv:
                WriteLines(columns, rows, Flat, '\t');
                break;
            default:
                WriteTable(columns, rows);
                break;
        }
    }

    /// <summary>Writes one value as JSON over several lines.</summary>
    public void Json(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, IndentedJson))
        {
            write(json);
        }

        writer.WriteLine(Encoding.UTF8.GetString(buffer.WrittenSpan));
    }

    /// <summary>Writes an answer of the API as it is, on one line.</summary>
    public void Json(JsonElement value) => writer.WriteLine(ToJson(value.WriteTo));

    private void WriteLines(IReadOnlyList<Column> columns, IEnumerable<Row> rows, Func<string, string> cell, char separator)
    {
        if (verbosity != Verbosity.Silent)
        {
            writer.WriteLine(string.Join(separator, columns.Select(column => cell(column.Name))));
        }

        foreach (var row in rows)
        {
            writer.WriteLine(string.Join(separator, columns.Zip(row.Values, (column, value) => cell(CellText.Of(value, column.Style)))));
        }
    }

    private void WriteJson(IReadOnlyList<Column> columns, IEnumerable<Row> rows)
    {
        writer.WriteLine('[');
        var separator = string.Empty;
        foreach (var row in rows)
        {
            writer.WriteLine(separator + ToJson(json => WriteObject(json, columns, row)));
            separator = ",";
        }

        writer.WriteLine(']');
    }

    private static void WriteObject(Utf8JsonWriter json, IReadOnlyList<Column> columns, Row row)
    {
        json.WriteStartObject();
        foreach (var (column, value) in columns.Zip(row.Values))
        {
            json.WritePropertyName(column.Name);
            if (value.ValueKind == JsonValueKind.Undefined)
            {
                json.WriteNullValue();
            }
            else if (column.Style == CellStyle.Arguments && value.ValueKind == JsonValueKind.Array)
            {
                json.WriteStartObject();
                json.WriteEndObject();
            }
            else
            {
                value.WriteTo(json);
            }
        }

        json.WriteEndObject();
    }

    private void WriteTable(IReadOnlyList<Column> columns, IEnumerable<Row> rows)
    {
        var table = new Table { Border = TableBorder.Simple, ShowHeaders = verbosity != Verbosity.Silent };
        foreach (var column in columns)
        {
            table.AddColumn(new TableColumn(new Text(column.Name)));
        }

        foreach (var row in rows)
        {
            table.AddRow(columns.Zip(row.Values, (column, value) => new Text(Flat(CellText.Of(value, column.Style)))));
            for (var i = 0; i < row.Values.Count; i++)
            {
                if (row.Values[i].ValueKind == JsonValueKind.Number)
                {
                    table.Columns[i].Alignment = Justify.Right;
                }
            }
        }

        // Written aside, as its lines are filled up with spaces.
        var text = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(text),
        });
        console.Profile.Width = width;
        console.Write(table);
        foreach (var line in text.ToString().Split('\n').Select(line => line.TrimEnd()).Where(line => line.Length > 0))
        {
            writer.WriteLine(line);
        }
    }

    /// <summary>A name may hold anything; a row is one line.</summary>
    private static string Flat(string text) => text.AsSpan().ContainsAny('\t', '\r', '\n')
        ? text.Replace("\t", "\\t", StringComparison.Ordinal).Replace("\r", "\\r", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal)
        : text;

    private static string ToJson(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, JsonOptions))
        {
            write(json);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
