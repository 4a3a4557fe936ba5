using System.Text;
using System.Text.Json;

namespace AmqpBroker.Perf;

/// <summary>The figures as one JSON object per line: <c>"type":"interval"</c> each second, <c>"type":"summary"</c> at the end.</summary>
internal sealed class JsonReport(TextWriter output) : IPerfReport
{
    public void Begin(PerfOptions options)
    {
        // The figures come alone, so that every line has the same shape.
    }

    public void Interval(PerfSample interval, double elapsed) => Write("interval", interval, elapsed);

    public void End(PerfSample measured) => Write("summary", measured, measured.Seconds);

    private void Write(string type, PerfSample sample, double seconds)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("type", type);
            json.WriteNumber("seconds", Math.Round(seconds, 3));
            WriteCount(json, "published", sample.Published, "publish_rate", sample.PublishRate);
            WriteCount(json, "confirmed", sample.Confirmed, "confirm_rate", sample.ConfirmRate);
            WriteCount(json, "delivered", sample.Delivered, "deliver_rate", sample.DeliverRate);
            json.WriteNumber("refused", sample.Refused);
            WriteLatencies(json, "end_to_end_us", sample.EndToEnd);
            WriteLatencies(json, "confirm_us", sample.Confirm);
            json.WriteEndObject();
        }

        output.WriteLine(Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length));
    }

    private static void WriteCount(Utf8JsonWriter json, string countName, long count, string rateName, double rate)
    {
        json.WriteNumber(countName, count);
        json.WriteNumber(rateName, Math.Round(rate));
    }

    private static void WriteLatencies(Utf8JsonWriter json, string name, Latencies latencies)
    {
        if (latencies.Count == 0)
        {
            return;
        }

        json.WriteStartObject(name);
        json.WriteNumber("p50", latencies.Percentile(0.5)!.Value); // not null: something was counted, as in the next lines
        json.WriteNumber("p95", latencies.Percentile(0.95)!.Value);
        json.WriteNumber("p99", latencies.Percentile(0.99)!.Value);
        json.WriteNumber("p99.9", latencies.Percentile(0.999)!.Value);
        json.WriteNumber("max", latencies.Percentile(1)!.Value);
        json.WriteEndObject();
    }
}
