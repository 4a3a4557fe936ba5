using AmqpBroker.Protocol.Framing;

namespace AmqpBroker.TestKit.Wire;

/// <summary>One frame, copied out of the receive buffer.</summary>
public sealed record ReceivedFrame(FrameType Type, ushort Channel, byte[] Payload) : WireEvent;
