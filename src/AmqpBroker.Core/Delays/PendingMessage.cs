using System.Buffers.Binary;
using AmqpBroker.Core.Messages;
using AmqpBroker.Storage.Records;

namespace AmqpBroker.Core.Delays;

/// <summary>A message that waits for its time: its position in the queue, then the message record with the time as its due.</summary>
/// <param name="Log">Which log holds it.</param>
/// <param name="Record">Where in it.</param>
internal readonly record struct PendingMessage(RecordLog Log, RecordRef Record)
{
    /// <summary>Bytes before the message record.</summary>
    public const int Overhead = sizeof(long);

    public long Position => BinaryPrimitives.ReadInt64LittleEndian(Record.Bytes);

    /// <summary>The message record. Borrowed: gone once it is released.</summary>
    public ReadOnlySpan<byte> Message => Record.Bytes[Overhead..];

    /// <summary>When it is to go on, in Unix milliseconds.</summary>
    public long Due => MessageRecord.DueOf(Message);

    public void Release() => Log.Release(Record);
}
