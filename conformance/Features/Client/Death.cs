using System.Text;
using RabbitMQ.Client;

namespace AmqpBroker.ConformanceTests.Features.Client;

/// <summary>An entry of the header x-death.</summary>
internal sealed class Death(Dictionary<string, object?> fields)
{
    public IEnumerable<string> Fields => fields.Keys;

    public long Count => (long)fields["count"]!;

    public string Reason => Text("reason");

    public string Queue => Text("queue");

    public string Exchange => Text("exchange");

    public AmqpTimestamp Time => (AmqpTimestamp)fields["time"]!;

    public IEnumerable<string> RoutingKeys => ((List<object>)fields["routing-keys"]!).Select(key => (string)Plain(key)!);

    /// <summary>Null when the message had no expiration property.</summary>
    public string? OriginalExpiration => fields.ContainsKey("original-expiration") ? Text("original-expiration") : null;

    /// <summary>The client hands out long strings as octets.</summary>
    public static object? Plain(object? value) => value is byte[] octets ? Encoding.UTF8.GetString(octets) : value;

    private string Text(string name) => (string)Plain(fields[name])!;
}
