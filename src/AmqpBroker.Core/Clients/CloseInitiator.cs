namespace AmqpBroker.Core.Clients;

/// <summary>Who has ended a connection or channel.</summary>
public enum CloseInitiator
{
    /// <summary>The client, in good order.</summary>
    Client,

    /// <summary>The broker: for an error of the client, or because an operator wanted it.</summary>
    Broker,

    /// <summary>Neither: the socket went away, or the client fell silent.</summary>
    Network,
}
