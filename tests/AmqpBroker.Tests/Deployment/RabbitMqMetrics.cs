namespace AmqpBroker.Tests.Deployment;

/// <summary>The names of metrics that a RabbitMQ 3.10.8 gave on <c>/metrics</c>.</summary>
internal static class RabbitMqMetrics
{
    public static IReadOnlyList<string> Names { get; } = Read();

    private static string[] Read()
    {
        using var stream = typeof(RabbitMqMetrics).Assembly.GetManifestResourceStream("rabbitmq-metrics.txt")
            ?? throw new FileNotFoundException("rabbitmq-metrics.txt");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
