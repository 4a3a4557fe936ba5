namespace AmqpBroker.Storage.Records;

/// <summary>Looks at a record that stays where it is.</summary>
/// <param name="position">Its position.</param>
/// <param name="record">Its bytes. Borrowed: gone when this returns.</param>
/// <returns>Whether to go on with the next.</returns>
public delegate bool RecordVisitor(long position, ReadOnlySpan<byte> record);
