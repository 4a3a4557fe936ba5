namespace AmqpBroker.TestKit.Wire;

/// <summary>The broker closed the socket.</summary>
/// <param name="IsReset">True for a reset (RST), false for an orderly end (FIN).</param>
public sealed record SocketEnd(bool IsReset) : WireEvent;
