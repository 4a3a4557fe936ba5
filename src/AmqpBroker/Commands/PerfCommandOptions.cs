using System.CommandLine;
using AmqpBroker.Perf;

namespace AmqpBroker.Commands;

/// <summary>The options of <c>perf</c>, each beside its description, read into a <see cref="PerfOptions"/>.</summary>
internal sealed class PerfCommandOptions
{
    private const string DefaultUri = "amqp://guest:guest@127.0.0.1:5672/";

    // As they are written on the command line, so that the help shows them so.
    private const string TextFormat = "text";
    private const string JsonFormat = "json";

    private static readonly PerfOptions Defaults = new() { Uri = new("127.0.0.1", 0, string.Empty, string.Empty, string.Empty) };

    private readonly Option<string> _uri = Value("--uri", DefaultUri, "The broker: amqp://user:password@host:port/vhost");
    private readonly Option<int> _producers = Value("--producers", Defaults.Producers, "Connections that publish");
    private readonly Option<int> _consumers = Value("--consumers", Defaults.Consumers, "Connections that consume");
    private readonly Option<int> _queues = Value("--queues", Defaults.Queues, "Queues; producer and consumer i use queue i modulo this");
    private readonly Option<string> _queuePrefix = Value("--queue-prefix", Defaults.QueuePrefix, "Queues are named PREFIX.0, PREFIX.1, ...; those created are deleted again, unless there are no consumers");
    private readonly Option<int> _size = Value("--size", Defaults.Size, "Body size in bytes; from 8 on, end-to-end latency is measured");
    private readonly Option<double> _rate = Value("--rate", Defaults.Rate, "Messages per second of all producers together, sent in steps of a millisecond; 0: as many as go");
    private readonly Option<int> _confirm = Value("--confirm", Defaults.ConfirmWindow, "Publisher confirms with at most this many outstanding per producer; 0: none");
    private readonly Option<int> _ack = Value("--ack", Defaults.AckEvery, "Acknowledge every N deliveries at once; 0: automatic acknowledgement");
    private readonly Option<int> _prefetch = Value("--prefetch", Defaults.Prefetch, "Unacknowledged deliveries per consumer; 0: no limit");
    private readonly Option<bool> _durable = Value("--durable", Defaults.DurableQueues, "Durable queues");
    private readonly Option<bool> _persistent = Value("--persistent", Defaults.PersistentMessages, "Persistent messages");
    private readonly Option<string> _exchange = Value("--exchange", Defaults.Exchange, "Publish to this exchange, which must exist, and bind the queues to it");
    private readonly Option<string> _routingKey = Value("--routing-key", Defaults.RoutingKey, "Routing key, with --exchange");
    private readonly Option<long> _count = Value("--count", Defaults.Count, "End after this many messages instead of after a time; 0: after the time");
    private readonly Option<double> _seconds = Value("--seconds", Defaults.Duration.TotalSeconds, "Measured time; 0: until interrupted");
    private readonly Option<double> _warmUp = Value("--warmup", Defaults.WarmUp.TotalSeconds, "Seconds before that, not summed up; none with --count");
    private readonly Option<int> _batch = Value("--batch", Defaults.Batch, "Most messages in one write to the socket; 1 for honest latencies");
    private readonly Option<string> _format = Value("--format", TextFormat, "text, or json for one object per line");

    public PerfCommandOptions() => _format.AcceptOnlyFromAmong(TextFormat, JsonFormat);

    public IEnumerable<Option> All =>
    [
        _uri, _producers, _consumers, _queues, _queuePrefix, _size, _rate, _confirm, _ack, _prefetch, _durable,
        _persistent, _exchange, _routingKey, _count, _seconds, _warmUp, _batch, _format,
    ];

    public bool TryRead(ParseResult result, out PerfOptions options, out IReadOnlyList<string> mistakes)
    {
        var isUri = AmqpUri.TryParse(result.GetRequiredValue(_uri), out var uri, out var uriMistake);
        options = Read(result, uri);
        List<string> found = [.. PerfOptionsValidator.Validate(options)];
        if (!isUri)
        {
            found.Insert(0, "--uri: " + uriMistake);
        }

        mistakes = found;
        return found.Count == 0;
    }

    private PerfOptions Read(ParseResult result, AmqpUri uri) => new()
    {
        Uri = uri,
        Producers = result.GetValue(_producers),
        Consumers = result.GetValue(_consumers),
        Queues = result.GetValue(_queues),
        QueuePrefix = result.GetRequiredValue(_queuePrefix),
        Size = result.GetValue(_size),
        Rate = result.GetValue(_rate),
        ConfirmWindow = result.GetValue(_confirm),
        AckEvery = result.GetValue(_ack),
        Prefetch = result.GetValue(_prefetch),
        DurableQueues = result.GetValue(_durable),
        PersistentMessages = result.GetValue(_persistent),
        Exchange = result.GetRequiredValue(_exchange),
        RoutingKey = result.GetRequiredValue(_routingKey),
        Count = result.GetValue(_count),
        Duration = Seconds(result.GetValue(_seconds)),
        WarmUp = Seconds(result.GetValue(_warmUp)),
        Batch = result.GetValue(_batch),
        Format = result.GetValue(_format) == JsonFormat ? PerfFormat.Json : PerfFormat.Text,
    };

    /// <summary>A number that is no time becomes one that the validation refuses.</summary>
    private static TimeSpan Seconds(double seconds)
        => Math.Abs(seconds) < TimeSpan.MaxValue.TotalSeconds ? TimeSpan.FromSeconds(seconds) : TimeSpan.MinValue;

    private static Option<T> Value<T>(string name, T defaultValue, string description)
        => new(name) { Description = description, DefaultValueFactory = _ => defaultValue };
}
