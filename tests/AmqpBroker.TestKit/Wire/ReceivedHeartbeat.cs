namespace AmqpBroker.TestKit.Wire;

/// <summary>A heartbeat frame; seen only by tests that ask for them.</summary>
public sealed record ReceivedHeartbeat : WireEvent;
