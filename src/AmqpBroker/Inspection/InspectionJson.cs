using System.Text.Json;
using AmqpBroker.Core.Inspection;

namespace AmqpBroker.Inspection;

/// <summary>A data directory for a script: one object on one line, sizes in bytes.</summary>
internal static class InspectionJson
{
    private static readonly JsonSerializerOptions Options = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    public static string Of(StoreInspection found) => JsonSerializer.Serialize(found, Options) + Environment.NewLine;
}
