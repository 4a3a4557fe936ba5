using System.Net;
using AmqpBroker.Logging;
using AmqpBroker.Server.Hosting;

namespace AmqpBroker.Serving;

/// <summary>The few lines shown at the start: what runs here, where it listens, where its data lies.</summary>
internal sealed record Banner(
    string Version,
    AmqpBrokerOptions Options,
    IReadOnlyList<IPEndPoint> Amqp,
    IReadOnlyList<IPEndPoint> Amqps,
    IReadOnlyList<IPEndPoint> Http,
    int ProcessId)
{
    private const int LabelWidth = 10;

    /// <summary>Where the management API listens for TLS; not shown when it does not.</summary>
    public IReadOnlyList<IPEndPoint> Https { get; init; } = [];

    /// <summary>Where Prometheus finds metrics; not shown when that is switched off.</summary>
    public IReadOnlyList<IPEndPoint> Metrics { get; init; } = [];

    /// <summary>The names of the users there are.</summary>
    public IReadOnlyList<string> Users { get; init; } = [];

    public string ToText(Terminal terminal)
    {
        var text = new StringWriter();
        text.WriteLine($"{terminal.Bold($"AmqpBroker {Version}")}, standing in for RabbitMQ {Options.Amqp.RabbitMqVersion}");
        WriteRow(text, terminal, "amqp", Describe(Amqp, "off"));
        WriteRow(text, terminal, "amqps", Describe(Amqps, WhyNoTls()));
        WriteRow(text, terminal, "http", Describe(Http, "off"));
        if (Https.Count > 0)
        {
            WriteRow(text, terminal, "https", Describe(Https, "off"));
        }

        if (Metrics.Count > 0)
        {
            WriteRow(text, terminal, "metrics", Describe(Metrics, "off"));
        }

        WriteRow(text, terminal, "data", Options.Storage.DataDirectory is { } directory ? Path.GetFullPath(directory) : "none, everything is in memory");
        WriteRow(text, terminal, "durability", DescribeDurability());
        WriteRow(text, terminal, "login", DescribeLogin());
        WriteRow(text, terminal, "pid", $"{ProcessId}");
        return text.ToString();
    }

    private static void WriteRow(StringWriter text, Terminal terminal, string label, string value)
        => text.WriteLine($"  {terminal.Dim(label.PadRight(LabelWidth))}  {value}");

    private static string Describe(IReadOnlyList<IPEndPoint> endpoints, string none)
        => endpoints.Count == 0 ? none : string.Join(", ", endpoints.Select(Describe).Distinct());

    private static string Describe(IPEndPoint endpoint)
        => endpoint.Address.Equals(IPAddress.Any) || endpoint.Address.Equals(IPAddress.IPv6Any)
            ? $"port {endpoint.Port} on every address"
            : endpoint.ToString();

    // Whether the password is still the one of the start is not for the banner to say.
    private string DescribeLogin() => Users switch
    {
        [] => "nobody: there are no users",
        ["guest"] when Options.Amqp is { DefaultUser: "guest", DefaultPassword: "guest" } && IsLocal("guest") =>
            "guest/guest unless you changed it, from this machine only",
        [var user] => $"user {user}{(IsLocal(user) ? ", from this machine only" : string.Empty)}",
        _ => $"{Users.Count} users",
    };

    private bool IsLocal(string user) =>
        (Options.Amqp.LoopbackUsers ?? string.Empty).Split(',', StringSplitOptions.TrimEntries).Contains(user, StringComparer.Ordinal);

    private string WhyNoTls() => Options.Amqp.Certificate is null ? "off (needs Amqp:Certificate)" : "off";

    private string DescribeDurability() => Options.Storage.Durability == Durability.Fsync
        ? "confirmed persistent messages are on disk (fsync)"
        : "confirmed persistent messages are with the operating system (os)";
}
