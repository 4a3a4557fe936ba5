using System.Text;
using RabbitMQ.Client;

namespace AmqpBroker.ConformanceTests.Features.Client;

/// <summary>A message as it was got or delivered.</summary>
internal sealed record Message(
    string ConsumerTag,
    ulong Tag,
    bool Redelivered,
    string Exchange,
    string RoutingKey,
    IReadOnlyBasicProperties Properties,
    byte[] Body)
{
    public string Text => Encoding.UTF8.GetString(Body);

    /// <summary>The text, with a star behind it when the message is flagged as redelivered.</summary>
    public string Marked => Redelivered ? $"{Text}*" : Text;

    /// <summary>The entries of the header x-death, the latest first; none when it is missing.</summary>
    public IReadOnlyList<Death> Deaths =>
        Header("x-death") is List<object> entries ? entries.ConvertAll(entry => new Death((Dictionary<string, object?>)entry)) : [];

    public static Message Of(BasicGetResult got) => new(
        string.Empty, got.DeliveryTag, got.Redelivered, got.Exchange, got.RoutingKey, got.BasicProperties, got.Body.ToArray());

    public bool HasHeader(string name) => Properties.Headers?.ContainsKey(name) == true;

    /// <summary>A header's value, long strings as text; null when it is missing.</summary>
    public object? Header(string name) =>
        Properties.Headers?.TryGetValue(name, out var value) == true ? Death.Plain(value) : null;
}
