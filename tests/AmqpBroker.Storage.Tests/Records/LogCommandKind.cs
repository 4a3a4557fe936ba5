namespace AmqpBroker.Storage.Tests.Records;

internal enum LogCommandKind
{
    Append,
    AppendLarge,
    Absorb,
    Read,
    Release,
    ReleaseAll,
    DropUnread,
    TakeDue,
    BeginPageOut,
    EndPageOut,
    BeginPageIn,
    EndPageIn,
}
