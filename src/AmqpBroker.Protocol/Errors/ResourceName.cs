namespace AmqpBroker.Protocol.Errors;

/// <summary>How error texts name the things of a vhost.</summary>
public static class ResourceName
{
    /// <summary><c>queue 'q' in vhost '/'</c>.</summary>
    public static string Queue(string queue, string vhost) => $"queue '{queue}' in vhost '{vhost}'";

    /// <summary><c>exchange 'x' in vhost '/'</c>.</summary>
    public static string Exchange(string exchange, string vhost) => $"exchange '{exchange}' in vhost '{vhost}'";
}
