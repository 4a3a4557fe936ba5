using System.Buffers.Binary;
using AmqpBroker.Storage.WriteAhead;

namespace AmqpBroker.Core.Persistence;

/// <summary>What a record says, one thing after the other: a committed transaction says several. For <c>foreach</c>.</summary>
internal ref struct JournalEntries
{
    /// <summary>Bytes before each part of a transaction: the length of its payload, and its kind.</summary>
    public const int PartHeadLength = sizeof(uint) + sizeof(byte);

    private readonly JournalRecordKind _kind;
    private ReadOnlySpan<byte> _rest;
    private bool _isOver;

    public JournalEntries(in WalRecord record)
    {
        _kind = (JournalRecordKind)record.Kind;
        _rest = record.Payload;
    }

    public JournalEntry Current { get; private set; }

    /// <summary>Writes what stands before a part of a transaction.</summary>
    public static void WritePartHead(Span<byte> output, JournalRecordKind kind, int payloadLength)
    {
        BinaryPrimitives.WriteInt32LittleEndian(output, payloadLength);
        output[sizeof(uint)] = (byte)kind;
    }

    public readonly JournalEntries GetEnumerator() => this;

    public bool MoveNext()
    {
        if (_isOver)
        {
            return false;
        }

        if (_kind != JournalRecordKind.Committed)
        {
            Current = new JournalEntry(_kind, _rest);
            _isOver = true;
            return true;
        }

        if (_rest.IsEmpty)
        {
            return false;
        }

        var length = BinaryPrimitives.ReadInt32LittleEndian(_rest);
        Current = new JournalEntry((JournalRecordKind)_rest[sizeof(uint)], _rest.Slice(PartHeadLength, length));
        _rest = _rest[(PartHeadLength + length)..];
        return true;
    }
}
