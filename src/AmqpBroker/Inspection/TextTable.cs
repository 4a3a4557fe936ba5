namespace AmqpBroker.Inspection;

/// <summary>Rows in columns as wide as what is in them; a heading that starts with <c>&gt;</c> puts its column to the right.</summary>
internal sealed class TextTable(params string[] headings)
{
    private const string Indent = "  ";
    private const string Space = "  ";

    private readonly List<string[]> _rows = [[.. headings.Select(heading => heading.TrimStart('>'))]];

    public void Add(params string[] cells) => _rows.Add(cells);

    public void WriteTo(TextWriter output)
    {
        int[] widths = [.. headings.Select((_, column) => _rows.Max(row => row[column].Length))];
        foreach (var row in _rows)
        {
            output.WriteLine((Indent + string.Join(Space, row.Select((cell, column) => Align(cell, column, widths[column])))).TrimEnd());
        }
    }

    private string Align(string cell, int column, int width) => headings[column].StartsWith('>') ? cell.PadLeft(width) : cell.PadRight(width);
}
