namespace AmqpBroker.Core.Statistics;

/// <summary>A value at one moment.</summary>
/// <param name="Value">The value.</param>
/// <param name="Timestamp">The moment, in Unix milliseconds.</param>
public readonly record struct StatSample(long Value, long Timestamp);
