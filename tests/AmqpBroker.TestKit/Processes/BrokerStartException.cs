namespace AmqpBroker.TestKit.Processes;

/// <summary>The broker's process did not come up; the message tells what it wrote.</summary>
public sealed class BrokerStartException(string message) : Exception(message);
