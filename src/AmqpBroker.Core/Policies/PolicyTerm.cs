using System.Text;
using AmqpBroker.Protocol.Errors;
using AmqpBroker.Protocol.Fields;

namespace AmqpBroker.Core.Policies;

/// <summary>Values that came as JSON in the notation RabbitMQ has for them, for texts of errors.</summary>
internal static class PolicyTerm
{
    public static string Of(FieldValue value) => value switch
    {
        { Type: FieldType.Void } => "null",
        _ when value.AsTable() is { } table => $"#{{{string.Join(',', table.Select(entry => $"{Name(entry)} => {Of(entry.Value)}"))}}}",
        _ when value.AsArray() is { } array => $"[{string.Join(',', array.Select(Of))}]",
        _ => value.ToErlangTerm(),
    };

    /// <summary>Settings as a list of pairs.</summary>
    public static string OfPairs(IEnumerable<FieldEntry> entries) =>
        $"[{string.Join(',', entries.Select(entry => $"{{{Name(entry)},{Of(entry.Value)}}}"))}]";

    private static string Name(FieldEntry entry) => ErlangFormat.Binary(Encoding.UTF8.GetBytes(entry.Name));
}
