using System.Text;
using RabbitMQ.Client;

namespace AmqpBroker.IntegrationTests.Support;

/// <summary>A message as a consumer received it.</summary>
internal sealed record Delivery(
    string ConsumerTag,
    ulong Tag,
    bool Redelivered,
    string Exchange,
    string RoutingKey,
    IReadOnlyBasicProperties Properties,
    byte[] Body)
{
    public string Text => Encoding.UTF8.GetString(Body);
}
