using System.Text.Json.Nodes;

namespace AmqpBroker.Management.Tests.Harness;

/// <summary>Answers recorded from a RabbitMQ 3.10.8, and the comparison with them: the same members, of the same JSON types.</summary>
internal static class Sample
{
    /// <summary>Reads a recorded answer.</summary>
    public static JsonNode Read(string name)
    {
        using var stream = typeof(Sample).Assembly.GetManifestResourceStream($"{name}.json")
            ?? throw new ArgumentException($"no sample {name}", nameof(name));
        return JsonNode.Parse(stream) ?? throw new InvalidOperationException($"the sample {name} is null");
    }

    /// <summary>Sees to it that an answer has the shape of a recorded one.</summary>
    /// <param name="answer">The answer; of a list its first item is compared.</param>
    /// <param name="sample">The recorded answer, the same way.</param>
    /// <param name="except">Members that need not be alike, by their path: <c>stats.rate</c>. What is below them is not looked at.</param>
    public static void AssertShape(JsonNode answer, JsonNode sample, params string[] except)
    {
        var differences = new List<string>();
        Compare(First(answer), First(sample), string.Empty, except, differences);
        Assert.That(differences, Is.Empty);
    }

    private static JsonNode? First(JsonNode node) => node is JsonArray { Count: > 0 } list ? list[0] : node;

    private static void Compare(JsonNode? answer, JsonNode? sample, string path, string[] except, List<string> differences)
    {
        if (except.Contains(path))
        {
            return;
        }

        if (KindOf(answer) != KindOf(sample))
        {
            differences.Add($"{path} is {KindOf(answer)}, recorded as {KindOf(sample)}");
            return;
        }

        if (answer is JsonObject members && sample is JsonObject recorded)
        {
            foreach (var name in members.Select(static member => member.Key).Union(recorded.Select(static member => member.Key)).Order(StringComparer.Ordinal))
            {
                CompareMember(members, recorded, name, path.Length == 0 ? name : $"{path}.{name}", except, differences);
            }
        }
        else if (answer is JsonArray { Count: > 0 } items && sample is JsonArray { Count: > 0 } recordedItems)
        {
            Compare(items[0], recordedItems[0], path, except, differences);
        }
    }

    private static void CompareMember(JsonObject answer, JsonObject sample, string name, string path, string[] except, List<string> differences)
    {
        if (except.Contains(path))
        {
            return;
        }

        if (!answer.ContainsKey(name) || !sample.ContainsKey(name))
        {
            differences.Add($"{path} is {(sample.ContainsKey(name) ? "missing" : "not in the sample")}");
            return;
        }

        Compare(answer[name], sample[name], path, except, differences);
    }

    private static string KindOf(JsonNode? node) => node?.GetValueKind() switch
    {
        null => "Null",
        System.Text.Json.JsonValueKind.True or System.Text.Json.JsonValueKind.False => "Boolean",
        var kind => kind.ToString()!,
    };
}
