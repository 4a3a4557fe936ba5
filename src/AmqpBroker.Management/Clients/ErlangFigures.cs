using System.Text.Json;

namespace AmqpBroker.Management.Clients;

/// <summary>Figures of RabbitMQ's virtual machine, which has a process and a heap for each connection and channel. There are none here; tools expect the members.</summary>
internal static class ErlangFigures
{
    public static void WriteCollection(Utf8JsonWriter writer)
    {
        writer.WriteStartObject("garbage_collection");
        writer.WriteNumber("fullsweep_after", 0);
        writer.WriteNumber("max_heap_size", 0);
        writer.WriteNumber("min_bin_vheap_size", 0);
        writer.WriteNumber("min_heap_size", 0);
        writer.WriteNumber("minor_gcs", 0);
        writer.WriteEndObject();
    }

    public static void WriteReductions(Utf8JsonWriter writer)
    {
        writer.WriteNumber("reductions", 0);
        writer.WriteStartObject("reductions_details");
        Statistics.StatWriter.WriteRate(writer, "rate", 0);
        writer.WriteEndObject();
    }
}
