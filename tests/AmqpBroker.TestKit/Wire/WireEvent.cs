namespace AmqpBroker.TestKit.Wire;

/// <summary>What a raw client can receive.</summary>
public abstract record WireEvent;
