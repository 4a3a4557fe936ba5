namespace AmqpBroker.TestKit.Wire;

/// <summary>Eight octets that begin with "AMQP": the broker's answer to a protocol it does not speak.</summary>
public sealed record ReceivedProtocolHeader(byte[] Octets) : WireEvent;
