namespace AmqpBroker.TestKit.Wire;

/// <summary>The broker sent something other than the test expects, or nothing in time.</summary>
public sealed class UnexpectedEventException(string message) : Exception(message);
