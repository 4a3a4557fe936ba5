namespace AmqpBroker.Storage.Tests.Records;

/// <summary>One step of a log's history; what the number means depends on the kind.</summary>
internal readonly record struct LogCommand(LogCommandKind Kind, int Number)
{
    public override string ToString() => $"{Kind}({Number})";
}
