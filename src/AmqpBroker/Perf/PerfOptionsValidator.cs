using System.Globalization;
using System.Text;

namespace AmqpBroker.Perf;

/// <summary>Finds every option of a run that makes no sense, one line each.</summary>
internal static class PerfOptionsValidator
{
    private const int MostWorkers = 1000;
    private const int MostSize = 512 * 1024 * 1024;
    private const int MostBatch = 100_000;
    private const int MostWindow = 10_000_000;
    private const long MostCount = 1_000_000_000_000;
    private const int MostShortString = byte.MaxValue;

    /// <summary>Room for the dot and the number behind the prefix.</summary>
    private const int MostPrefix = MostShortString - 12;

    private static readonly TimeSpan MostTime = TimeSpan.FromDays(30);

    public static IReadOnlyList<string> Validate(PerfOptions options)
    {
        List<string> mistakes = [];
        CheckRange(mistakes, "--producers", options.Producers, 0, MostWorkers);
        CheckRange(mistakes, "--consumers", options.Consumers, 0, MostWorkers);
        CheckRange(mistakes, "--queues", options.Queues, 1, MostWorkers);
        CheckRange(mistakes, "--size", options.Size, 0, MostSize);
        CheckRange(mistakes, "--rate", options.Rate, 0, 1e9);
        CheckRange(mistakes, "--confirm", options.ConfirmWindow, 0, MostWindow);
        CheckRange(mistakes, "--ack", options.AckEvery, 0, ushort.MaxValue);
        CheckRange(mistakes, "--prefetch", options.Prefetch, 0, ushort.MaxValue);
        CheckRange(mistakes, "--count", options.Count, 0, MostCount);
        CheckRange(mistakes, "--seconds", options.Duration.TotalSeconds, 0, MostTime.TotalSeconds);
        CheckRange(mistakes, "--warmup", options.WarmUp.TotalSeconds, 0, MostTime.TotalSeconds);
        CheckRange(mistakes, "--batch", options.Batch, 1, MostBatch);
        CheckRange(mistakes, "length of --queue-prefix", Encoding.UTF8.GetByteCount(options.QueuePrefix), 1, MostPrefix);
        CheckRange(mistakes, "length of --exchange", Encoding.UTF8.GetByteCount(options.Exchange), 0, MostShortString);
        CheckRange(mistakes, "length of --routing-key", Encoding.UTF8.GetByteCount(options.RoutingKey), 0, MostShortString);
        CheckTogether(mistakes, options);
        return mistakes;
    }

    private static void CheckTogether(List<string> mistakes, PerfOptions options)
    {
        if (options is { Producers: 0, Consumers: 0 })
        {
            mistakes.Add("--producers and --consumers are both 0: there is nothing to do");
        }

        if (options is { Prefetch: > 0, AckEvery: 0 })
        {
            mistakes.Add("--prefetch has no effect with automatic acknowledgement: add --ack");
        }

        if (options.Prefetch > 0 && options.AckEvery > options.Prefetch)
        {
            mistakes.Add($"--ack {options.AckEvery} waits for more than --prefetch {options.Prefetch} lets through: it must not be larger");
        }

        if (options is { RoutingKey.Length: > 0, Exchange.Length: 0 })
        {
            mistakes.Add("--routing-key needs --exchange: the default exchange routes by the queue's name");
        }
    }

    private static void CheckRange(List<string> mistakes, string name, double value, double least, double most)
    {
        if (!(value >= least && value <= most))
        {
            mistakes.Add(string.Create(CultureInfo.InvariantCulture, $"{name} is {value}; allowed: {least} to {most}"));
        }
    }
}
