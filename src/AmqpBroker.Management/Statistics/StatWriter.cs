using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Text.Json;
using AmqpBroker.Core.Statistics;

namespace AmqpBroker.Management.Statistics;

/// <summary>Writes figures with their rates and, when asked for, samples.</summary>
/// <param name="histories">What the figures are summed over; empty where nothing has happened.</param>
/// <param name="range">Which samples are wanted; null for none.</param>
/// <param name="now">The time.</param>
internal readonly ref struct StatWriter(ReadOnlySpan<StatHistory> histories, StatRange? range, DateTimeOffset now)
{
    // The names, braces and commas, and two numbers of 20 characters at most.
    private const int MostBytesOfSample = 72;

    private readonly ReadOnlySpan<StatHistory> _histories = histories;

    /// <summary>Writes each figure and its details.</summary>
    public void Write(Utf8JsonWriter writer, IReadOnlyList<NamedStat> stats)
    {
        for (var i = 0; i < stats.Count; i++)
        {
            Write(writer, stats[i], Sum(stats[i]));
        }
    }

    /// <summary>Writes a figure that is known better, and its details.</summary>
    public void Write(Utf8JsonWriter writer, NamedStat stat, long value)
    {
        writer.WriteNumber(stat.EncodedName, value);
        WriteDetails(writer, stat);
    }

    /// <summary>Writes rate and samples of a figure.</summary>
    public void WriteDetails(Utf8JsonWriter writer, NamedStat stat)
    {
        writer.WriteStartObject(stat.EncodedDetails);
        if (range is { } wanted)
        {
            WriteSamples(writer, Samples(stat, wanted));
        }

        WriteRate(writer, "rate", Rate(stat));
        writer.WriteEndObject();
    }

    /// <summary>Writes a number as Erlang does: one that is whole with a digit behind the point.</summary>
    public static void WriteRate(Utf8JsonWriter writer, string name, double number)
    {
        writer.WritePropertyName(name);
        if (number == 0)
        {
            writer.WriteRawValue("0.0"u8, skipInputValidation: true);
        }
        else if (number == Math.Floor(number) && Math.Abs(number) < 1e15)
        {
            writer.WriteRawValue(number.ToString("0.0", CultureInfo.InvariantCulture), skipInputValidation: true);
        }
        else
        {
            writer.WriteNumberValue(number);
        }
    }

    private long Sum(NamedStat stat)
    {
        var sum = 0L;
        foreach (var history in _histories)
        {
            sum += history.Sum(stat.Stats);
        }

        return sum;
    }

    private double Rate(NamedStat stat)
    {
        var sum = 0.0;
        foreach (var history in _histories)
        {
            sum += history.Rate(stat.Stats);
        }

        return sum;
    }

    private StatSample[] Samples(NamedStat stat, StatRange wanted)
    {
        StatSample[]? sum = null;
        foreach (var history in _histories)
        {
            var samples = history.Samples(stat.Stats, wanted, now);
            for (var i = 0; sum is not null && i < samples.Length; i++)
            {
                samples[i] = samples[i] with { Value = samples[i].Value + sum[i].Value };
            }

            sum = samples;
        }

        return sum ?? [];
    }

    private static void WriteSamples(Utf8JsonWriter writer, StatSample[] samples)
    {
        if (samples.Length == 0)
        {
            return;
        }

        var seconds = (samples[0].Timestamp - samples[^1].Timestamp) / 1000.0;
        WriteRate(writer, "avg", Average(samples));
        WriteRate(writer, "avg_rate", seconds > 0 ? (samples[0].Value - samples[^1].Value) / seconds : 0);
        writer.WritePropertyName("samples"u8);
        var text = ArrayPool<byte>.Shared.Rent((samples.Length * MostBytesOfSample) + 2);
        try
        {
            writer.WriteRawValue(text.AsSpan(0, Format(samples, text)), skipInputValidation: true);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(text);
        }
    }

    private static double Average(StatSample[] samples)
    {
        var sum = 0.0;
        foreach (var sample in samples)
        {
            sum += sample.Value;
        }

        return sum / samples.Length;
    }

    // There may be hundreds of thousands in one answer: put together by hand, they take a fraction of the time.
    private static int Format(StatSample[] samples, Span<byte> text)
    {
        text[0] = (byte)'[';
        var length = 1;
        for (var i = 0; i < samples.Length; i++)
        {
            length += Append(text[length..], i == 0 ? "{\"sample\":"u8 : ",{\"sample\":"u8, samples[i].Value);
            length += Append(text[length..], ",\"timestamp\":"u8, samples[i].Timestamp);
            text[length++] = (byte)'}';
        }

        text[length++] = (byte)']';
        return length;
    }

    private static int Append(Span<byte> text, ReadOnlySpan<byte> name, long number)
    {
        name.CopyTo(text);
        Utf8Formatter.TryFormat(number, text[name.Length..], out var digits);
        return name.Length + digits;
    }
}
