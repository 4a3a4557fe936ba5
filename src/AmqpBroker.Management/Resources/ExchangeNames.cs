namespace AmqpBroker.Management.Resources;

/// <summary>How paths name exchanges.</summary>
internal static class ExchangeNames
{
    private const string DefaultExchange = "amq.default";

    /// <summary>The name of the exchange that a segment stands for: the default one has a name in paths only.</summary>
    public static string FromPath(string segment) => segment == DefaultExchange ? string.Empty : segment;
}
