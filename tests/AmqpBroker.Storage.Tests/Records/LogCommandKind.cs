namespace AmqpBroker.Storage.Tests.Records;

internal enum LogCommandKind
{
    Append,
    AppendLarge,
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
