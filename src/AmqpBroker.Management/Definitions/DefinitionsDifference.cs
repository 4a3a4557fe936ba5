using System.Text.Json;

namespace AmqpBroker.Management.Definitions;

/// <summary>One thing in a file of definitions, beside what is there of it.</summary>
/// <param name="Kind">What it is: <c>queue</c>.</param>
/// <param name="VirtualHost">Where; empty for what belongs to none.</param>
/// <param name="Name">Its name, or the user's.</param>
/// <param name="Before">What is there, as JSON; null for nothing.</param>
/// <param name="After">What the file says, as JSON.</param>
internal sealed record DefinitionsDifference(string Kind, string VirtualHost, string Name, string? Before, string After)
{
    /// <summary>Whether both are the same.</summary>
    public bool IsNone
    {
        get
        {
            if (Before is null || Before == After)
            {
                return Before is not null;
            }

            using var before = JsonDocument.Parse(Before);
            using var after = JsonDocument.Parse(After);
            return JsonElement.DeepEquals(before.RootElement, after.RootElement);
        }
    }
}
