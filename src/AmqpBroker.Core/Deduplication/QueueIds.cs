using AmqpBroker.Core.Messages;
using AmqpBroker.Core.Routing;
using AmqpBroker.Storage.Records;

namespace AmqpBroker.Core.Deduplication;

/// <summary>The ids of the messages in a deduplicating queue, from their arrival until they are done with. Guarded by the queue.</summary>
internal sealed class QueueIds
{
    private readonly Dictionary<byte[], Entry> _entries = new(WireBytesComparer.Instance);

    /// <summary>Whether persistent messages are written to a journal after they have come: until then nobody can rely on them.</summary>
    public bool IsJournaled { get; init; }

    public int Count => _entries.Count;

    /// <summary>Notes a message that comes; false when one of its id is there.</summary>
    public bool TryAdd(in PublishedMessage message, long position)
    {
        var isPersistent = (message.Flags & MessageFlags.Persistent) != MessageFlags.None;
        var state = isPersistent && IsJournaled ? DuplicateState.OnItsWay : DuplicateState.Safe;
        return DeduplicationId.Read(message.Header.Span) is not { } id || _entries.TryAdd(id, new Entry(position, isPersistent, state));
    }

    /// <summary>
    /// Notes a message from before a restart; false when one of its id has come since, which will not get lost either: then this one need not
    /// be there.
    /// </summary>
    public bool TryRestore(ReadOnlySpan<byte> record, long position)
    {
        if (DeduplicationId.Read(new MessageRecord(record).Header) is not { } id || _entries.TryAdd(id, new Entry(position, IsPersistent: true, DuplicateState.Safe)))
        {
            return true;
        }

        return _entries[id] is not { IsPersistent: true } other || other.Position < position;
    }

    /// <summary>The message at a position is in the journal.</summary>
    public void NoteJournaled(in PublishedMessage message, long position, long lsn)
    {
        if (DeduplicationId.Read(message.Header.Span) is { } id && _entries.TryGetValue(id, out var entry) && entry.Position == position)
        {
            _entries[id] = entry with { State = new DuplicateState(IsOnItsWay: false, lsn) };
        }
    }

    /// <summary>How it stands with the message of the same id.</summary>
    public DuplicateState Find(in PublishedMessage message) =>
        DeduplicationId.Read(message.Header.Span) is { } id && _entries.TryGetValue(id, out var entry) ? entry.State : DuplicateState.Safe;

    /// <summary>A message is done with: another of its id may come.</summary>
    public void Remove(in RecordRef record)
    {
        // By position: another of the same id may have come since.
        if (DeduplicationId.Read(new MessageRecord(record.Bytes).Header) is { } id
            && _entries.TryGetValue(id, out var entry) && entry.Position == record.Position)
        {
            _entries.Remove(id);
        }
    }

    /// <summary>Only these messages are left.</summary>
    public void KeepOnly(IEnumerable<RecordRef> left)
    {
        var before = new Dictionary<byte[], Entry>(_entries, WireBytesComparer.Instance);
        _entries.Clear();
        foreach (var record in left)
        {
            if (DeduplicationId.Read(new MessageRecord(record.Bytes).Header) is { } id && before.TryGetValue(id, out var entry) && entry.Position == record.Position)
            {
                _entries.Add(id, entry);
            }
        }
    }

    private readonly record struct Entry(long Position, bool IsPersistent, DuplicateState State);
}
