namespace AmqpBroker.Management.Transfers;

/// <summary>A message cannot go where it should.</summary>
internal sealed class TransferException(string message) : Exception(message);
