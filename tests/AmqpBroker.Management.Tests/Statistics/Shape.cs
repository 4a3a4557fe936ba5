using System.Text.Json;
using System.Text.Json.Nodes;

namespace AmqpBroker.Management.Tests.Statistics;

/// <summary>Holds an answer against a recorded one: whatever the recorded one has must be there, with a value of the same kind.</summary>
internal static class Shape
{
    /// <summary>Lists what is missing or of another kind; null is any kind.</summary>
    /// <param name="sample">The name of the recorded answer, without its extension.</param>
    /// <param name="answer">The answer.</param>
    /// <param name="except">Members not looked at, wherever they stand.</param>
    public static IReadOnlyList<string> Differences(string sample, JsonNode? answer, params string[] except)
    {
        using var stream = typeof(Shape).Assembly.GetManifestResourceStream(sample + ".json")
            ?? throw new FileNotFoundException($"no sample {sample}");
        return Differences(JsonNode.Parse(stream)!, answer, except); // none is null
    }

    /// <summary>The same for a part of a recorded answer.</summary>
    public static IReadOnlyList<string> Differences(JsonNode sample, JsonNode? answer, params string[] except)
    {
        var differences = new List<string>();
        Compare(sample, answer, "", except, differences);
        return differences;
    }

    private static void Compare(JsonNode? sample, JsonNode? answer, string path, string[] except, List<string> differences)
    {
        if (sample is null || answer is null)
        {
            return;
        }

        if (KindOf(sample) != KindOf(answer))
        {
            differences.Add($"{path}: {KindOf(sample)} there, {KindOf(answer)} here");
            return;
        }

        switch (sample)
        {
            case JsonObject members:
                foreach (var (name, value) in members.Where(member => !except.Contains(member.Key)))
                {
                    if (!answer.AsObject().TryGetPropertyValue(name, out var other))
                    {
                        differences.Add($"{path}.{name}: missing");
                    }

                    Compare(value, other, $"{path}.{name}", except, differences);
                }

                break;
            case JsonArray { Count: > 0 } items when answer.AsArray() is { Count: > 0 } others:
                Compare(items[0], others[0], $"{path}[0]", except, differences);
                break;
        }
    }

    private static string KindOf(JsonNode node) => node.GetValueKind() switch
    {
        JsonValueKind.True or JsonValueKind.False => "boolean",
        var kind => kind.ToString(),
    };
}
