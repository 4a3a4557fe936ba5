namespace AmqpBroker.Storage.WriteAhead;

/// <summary>The end of the last file, where a write was cut off. Nothing of it was ever reported durable.</summary>
/// <param name="FileNumber">The file.</param>
/// <param name="Offset">Where the tail starts: behind the last whole record that counts.</param>
/// <param name="Length">Bytes that were written there, up to the last one that is not zero.</param>
public sealed record WalTornTail(long FileNumber, long Offset, long Length);
