namespace AmqpBroker.Core.Persistence;

/// <summary>One thing that the journal says: a record, or a part of a committed transaction's.</summary>
/// <param name="kind">What it says; never <see cref="JournalRecordKind.Committed"/>.</param>
/// <param name="payload">The payload, borrowed.</param>
internal readonly ref struct JournalEntry(JournalRecordKind kind, ReadOnlySpan<byte> payload)
{
    public JournalRecordKind Kind { get; } = kind;

    public ReadOnlySpan<byte> Payload { get; } = payload;
}
