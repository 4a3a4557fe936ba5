namespace AmqpBroker.Core.Clients;

/// <summary>Names of states.</summary>
public static class ClientStateExtensions
{
    /// <summary>The name, as RabbitMQ writes it.</summary>
    public static string ToName(this ClientState state) => state switch
    {
        ClientState.Blocking => "blocking",
        ClientState.Blocked => "blocked",
        ClientState.Flow => "flow",
        ClientState.Closing => "closing",
        _ => "running",
    };
}
