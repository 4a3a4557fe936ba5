using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using AmqpBroker.Control.Api;
using AmqpBroker.Control.Output;

namespace AmqpBroker.Control.Commands;

/// <summary>What the broker's memory goes to: bytes and their share of the whole process, the largest first.</summary>
internal static class MemoryCommand
{
    public static Command Create(CtlCommandFactory factory)
    {
        var unit = new Option<SizeUnit>("--unit") { Description = "bytes, mb or gb", DefaultValueFactory = _ => SizeUnit.Gb };
        return factory.Create(
            "memory_breakdown",
            "What memory is used for",
            async (session, line, cancellationToken) =>
            {
                var overview = await session.Api.GetAsync("/overview?columns=node", cancellationToken);
                if (!overview.TryGetProperty("node", out var node))
                {
                    throw new CtlException(CtlExitCode.NoPermission, $"{session.Api.User} needs the tag monitoring or administrator to see the memory");
                }

                var name = node.GetString() ?? string.Empty;
                session.Output.Banner($"Reporting memory breakdown on node {name}...");
                var answer = await session.Api.GetAsync(ApiPath.Of("nodes", name, "memory"), cancellationToken);
                var memory = answer.GetProperty("memory");
                if (memory.ValueKind != JsonValueKind.Object)
                {
                    // RabbitMQ says so while it has not looked yet.
                    throw new CtlException(CtlExitCode.Unavailable, "the broker does not know it yet: try again in a few seconds");
                }

                Write(session.Output, memory, line.GetValue(unit));
            },
            unit);
    }

    private static void Write(CtlOutput output, JsonElement memory, SizeUnit unit)
    {
        var whole = Math.Max(1, memory.GetProperty("total").GetProperty("rss").GetInt64());
        var parts = memory.EnumerateObject()
            .Where(static part => part.Value.ValueKind == JsonValueKind.Number)
            .Select(part => (part.Name, Bytes: part.Value.GetInt64(), Percentage: Math.Round(100.0 * part.Value.GetInt64() / whole, 2)))
            .OrderByDescending(static part => part.Bytes)
            .ToList();
        if (output.Format != OutputFormat.Json)
        {
            foreach (var (name, bytes, percentage) in parts)
            {
                output.Line(string.Create(CultureInfo.InvariantCulture, $"{name}: {SizeText.Of(bytes, unit)} ({percentage}%)"));
            }

            return;
        }

        output.Json(json =>
        {
            json.WriteStartObject();
            foreach (var (name, bytes, percentage) in parts)
            {
                json.WriteStartObject(name);
                json.WriteNumber("bytes", bytes);
                json.WriteNumber("percentage", percentage);
                json.WriteEndObject();
            }

            json.WriteEndObject();
        });
    }
}
