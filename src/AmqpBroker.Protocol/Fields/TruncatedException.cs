namespace AmqpBroker.Protocol.Fields;

/// <summary>
/// The input ended before the value did. Says nothing about where: whoever knows what was being read turns it into an
/// <see cref="AmqpException"/>.
/// </summary>
public sealed class TruncatedException() : Exception("the input ends inside a value");
