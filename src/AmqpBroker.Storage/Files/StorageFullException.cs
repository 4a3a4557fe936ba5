namespace AmqpBroker.Storage.Files;

/// <summary>The disk, or the quota on it, is full. It goes on when there is space again.</summary>
/// <param name="message">What could not be written where.</param>
/// <param name="innerException">The system's error.</param>
public sealed class StorageFullException(string message, Exception? innerException = null) : IOException(message, innerException);
