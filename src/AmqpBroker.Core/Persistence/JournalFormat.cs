using System.Buffers.Binary;

namespace AmqpBroker.Core.Persistence;

/// <summary>The payloads of the message journal's records (docs/formats/message-journal.md). Little-endian.</summary>
internal static class JournalFormat
{
    /// <summary>Bytes of one target: queue id and position.</summary>
    public const int TargetLength = 2 * sizeof(long);

    /// <summary>Bytes before the targets: their number.</summary>
    public const int CountLength = sizeof(ushort);

    /// <summary>Targets that one record can name.</summary>
    public const int MostTargets = ushort.MaxValue;

    /// <summary>Bytes of so many targets with their number.</summary>
    public static int LengthOf(int targets) => CountLength + (targets * TargetLength);

    /// <summary>Writes the targets of the message at <paramref name="index"/> of a run.</summary>
    public static void WriteTargets(Span<byte> output, ReadOnlySpan<JournalTarget> targets, int index)
    {
        BinaryPrimitives.WriteUInt16LittleEndian(output, (ushort)targets.Length);
        output = output[CountLength..];
        foreach (var target in targets)
        {
            BinaryPrimitives.WriteInt64LittleEndian(output, target.QueueId);
            BinaryPrimitives.WriteInt64LittleEndian(output[sizeof(long)..], target.FirstPosition + index);
            output = output[TargetLength..];
        }
    }

    /// <summary>Splits an <see cref="JournalRecordKind.Enqueued"/> payload.</summary>
    /// <param name="payload">The payload.</param>
    /// <param name="targets">The targets' bytes, to be read with <see cref="ReadTarget"/>.</param>
    /// <returns>The message record.</returns>
    public static ReadOnlySpan<byte> SplitEnqueued(ReadOnlySpan<byte> payload, out ReadOnlySpan<byte> targets)
    {
        var count = BinaryPrimitives.ReadUInt16LittleEndian(payload);
        targets = payload.Slice(CountLength, count * TargetLength);
        return payload[(CountLength + targets.Length)..];
    }

    /// <summary>Reads the target at the front of <paramref name="targets"/>.</summary>
    public static (long QueueId, long Position) ReadTarget(ReadOnlySpan<byte> targets) =>
        (BinaryPrimitives.ReadInt64LittleEndian(targets), BinaryPrimitives.ReadInt64LittleEndian(targets[sizeof(long)..]));

    /// <summary>Reads a <see cref="JournalRecordKind.Returned"/> payload.</summary>
    /// <param name="payload">The payload.</param>
    /// <param name="handle">Takes each position and its count.</param>
    public static void ReadReturned(ReadOnlySpan<byte> payload, Action<long, int> handle)
    {
        var pairs = ReadPositions(payload[sizeof(long)..]);
        for (var i = 0; i + 1 < pairs.Length; i += 2)
        {
            handle(pairs[i], (int)pairs[i + 1]);
        }
    }

    /// <summary>Reads the positions that end a record.</summary>
    public static long[] ReadPositions(ReadOnlySpan<byte> bytes)
    {
        var positions = new long[bytes.Length / sizeof(long)];
        for (var i = 0; i < positions.Length; i++)
        {
            positions[i] = BinaryPrimitives.ReadInt64LittleEndian(bytes[(i * sizeof(long))..]);
        }

        return positions;
    }
}
