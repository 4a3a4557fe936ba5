using System.Text.Json;

namespace AmqpBroker.Control.Output;

/// <summary>One line of a list: a value for each column, undefined where the broker says nothing.</summary>
internal sealed record Row(IReadOnlyList<JsonElement> Values);
