namespace AmqpBroker.Management.Definitions;

/// <summary>Something in a file of definitions is wrong.</summary>
/// <param name="path">Where: <c>queues[3].arguments</c>.</param>
/// <param name="reason">What.</param>
internal sealed class DefinitionsException(string path, string reason) : Exception(reason)
{
    /// <summary>Where it is.</summary>
    public string Path => path;
}
