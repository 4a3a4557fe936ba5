namespace AmqpBroker.Management.Prometheus;

/// <summary>A family of metrics about one kind of thing.</summary>
/// <param name="Group">What <c>/metrics/detailed</c> calls it.</param>
/// <param name="Name">Its name without the prefix.</param>
/// <param name="Type">Its type.</param>
/// <param name="Help">What it tells.</param>
/// <param name="Value">Its value; null for what RabbitMQ tells of its own inside and there is nothing of here: the name is known, without a sample.</param>
/// <typeparam name="T">The thing.</typeparam>
internal sealed record Metric<T>(string Group, string Name, string Type, string Help, Func<T, double>? Value)
{
    public const string Counter = "counter";
    public const string Gauge = "gauge";

    /// <summary>The family by thing, or the sum over all of them.</summary>
    public void Write(MetricsText text, MetricsScope scope, IReadOnlyList<(T Thing, byte[] Labels)> things)
    {
        text.Family(scope.Prefix + Name, Type, Help);
        if (Value is null)
        {
            return;
        }

        if (scope.IsPerObject)
        {
            foreach (var (thing, labels) in things)
            {
                text.Sample(Value(thing), labels);
            }
        }
        else
        {
            text.Sample(things.Sum(entry => Value(entry.Thing)));
        }
    }
}
