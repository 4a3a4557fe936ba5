using System.Globalization;
using AmqpBroker.Core.Inspection;

namespace AmqpBroker.Inspection;

/// <summary>A data directory for the eyes of an operator.</summary>
internal static class InspectionText
{
    public static string Of(StoreInspection found)
    {
        var output = new StringWriter(CultureInfo.InvariantCulture);
        output.WriteLine($"Data directory {found.Directory}");
        output.WriteLine($"  {DescribeUse(found)}; format version {found.FormatVersion}");
        WriteFiles(output, "Metadata", found.MetadataFiles);
        output.WriteLine(
            $"  {Count(found.Exchanges, "durable exchange")}, {Count(found.Queues.Count, "durable queue")}, {Count(found.Bindings, "binding")}");
        WriteFiles(output, "Messages", found.MessageFiles);
        WriteQueues(output, found.Queues);
        WriteLines(output, "Notes", found.Notes);
        WriteLines(output, "Damage", found.Damage);
        output.WriteLine();
        output.WriteLine(found.Damage.Count == 0 ? "Whole: nothing is damaged or missing, as far as can be seen." : $"Damaged: {Count(found.Damage.Count, "finding")}.");
        return output.ToString();
    }

    private static string DescribeUse(StoreInspection found)
    {
        if (!found.IsInUse)
        {
            return "not in use";
        }

        return found.ProcessId is { } id ? string.Create(CultureInfo.InvariantCulture, $"in use by process {id}") : "in use by another process";
    }

    private static void WriteFiles(StringWriter output, string title, IReadOnlyList<InspectedFile> files)
    {
        output.WriteLine();
        output.WriteLine(title);
        var table = new TextTable("FILE", "KIND", ">SIZE", ">USED", ">RECORDS");
        foreach (var file in files)
        {
            table.Add(
                file.Name,
                file.Kind,
                SizeText.Of(file.Size),
                file.Used is { } used ? SizeText.Of(used) : "-",
                file.Records is { } records ? Number(records) : "-");
        }

        if (files.Count > 1)
        {
            table.Add(
                "total", string.Empty, SizeText.Of(files.Sum(file => file.Size)), SizeText.Of(files.Sum(file => file.Used ?? 0)), Number(files.Sum(file => file.Records ?? 0)));
        }

        table.WriteTo(output);
    }

    private static void WriteQueues(StringWriter output, IReadOnlyList<InspectedQueue> queues)
    {
        output.WriteLine();
        output.WriteLine("Queues, with their persistent messages");
        if (queues.Count == 0)
        {
            output.WriteLine("  none");
            return;
        }

        var table = new TextTable("VHOST", "QUEUE", ">MESSAGES", ">BYTES", ">RETURNED");
        foreach (var queue in queues)
        {
            table.Add(Printable(queue.VirtualHost), Printable(queue.Name), Number(queue.Messages), SizeText.Of(queue.Bytes), Number(queue.Returned));
        }

        if (queues.Count > 1)
        {
            table.Add(
                "total",
                string.Empty,
                Number(queues.Sum(queue => queue.Messages)),
                SizeText.Of(queues.Sum(queue => queue.Bytes)),
                Number(queues.Sum(queue => queue.Returned)));
        }

        table.WriteTo(output);
    }

    private static void WriteLines(StringWriter output, string title, IReadOnlyList<string> lines)
    {
        if (lines.Count == 0)
        {
            return;
        }

        output.WriteLine();
        output.WriteLine(title);
        foreach (var line in lines)
        {
            output.WriteLine($"  {line}");
        }
    }

    // A client chooses the name: no line break or escape sequence of its may reach the terminal.
    private static string Printable(string name) => string.Concat(name.Select(character => char.IsControl(character) ? '?' : character));

    private static string Number(long value) => value.ToString("N0", CultureInfo.InvariantCulture);

    private static string Count(int count, string what) => $"{Number(count)} {what}{(count == 1 ? string.Empty : "s")}";
}
