namespace AmqpBroker.Storage.Paging;

/// <summary>Tells whether a record is one that the log's owner asks for by position.</summary>
/// <param name="record">The record's bytes.</param>
public delegate bool RecordPredicate(ReadOnlySpan<byte> record);
