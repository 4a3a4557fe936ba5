namespace AmqpBroker.Core.Metadata;

/// <summary>The metadata could not be read, or a command not be kept.</summary>
/// <param name="message">What happened to which file, and what to do.</param>
/// <param name="innerException">The cause, when there is one.</param>
public sealed class MetadataStoreException(string message, Exception? innerException = null) : Exception(message, innerException);
