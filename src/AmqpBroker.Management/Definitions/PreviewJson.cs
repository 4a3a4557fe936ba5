using System.Text.Json;

namespace AmqpBroker.Management.Definitions;

/// <summary>What an import would do, as JSON.</summary>
internal static class PreviewJson
{
    public static void Write(Utf8JsonWriter writer, DefinitionsPreview preview)
    {
        writer.WriteStartObject();
        DefinitionsWriter.WriteList(writer, "added", preview.Added, Write);
        DefinitionsWriter.WriteList(writer, "changed", preview.Changed, Write);
        DefinitionsWriter.WriteList(writer, "kept", preview.Kept, Write);
        writer.WriteNumber("unchanged", preview.Unchanged);
        writer.WriteNumber("left_out", preview.LeftOut);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, DefinitionsDifference difference)
    {
        writer.WriteStartObject();
        writer.WriteString("kind", difference.Kind);
        writer.WriteString("vhost", difference.VirtualHost);
        writer.WriteString("name", difference.Name);
        if (difference.Before is { } before)
        {
            writer.WritePropertyName("from");
            writer.WriteRawValue(before);
        }

        writer.WritePropertyName("to");
        writer.WriteRawValue(difference.After);
        writer.WriteEndObject();
    }
}
