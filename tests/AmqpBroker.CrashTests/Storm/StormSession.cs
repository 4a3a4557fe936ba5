namespace AmqpBroker.CrashTests.Storm;

/// <summary>A connection: which, and how often the broker had been killed before it.</summary>
internal readonly record struct StormSession(int Number, int Generation);
