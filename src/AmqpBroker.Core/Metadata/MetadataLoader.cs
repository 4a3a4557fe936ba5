using System.Globalization;
using AmqpBroker.Storage.WriteAhead;

namespace AmqpBroker.Core.Metadata;

/// <summary>Makes the state from a snapshot and the commands behind it.</summary>
internal sealed class MetadataLoader(
    string directory, MetadataSnapshots snapshots, WalRecoveryReport journal, Func<WalFileInfo, WalReader> read)
{
    private readonly List<string> _damage = [];

    /// <summary>Reads everything.</summary>
    /// <exception cref="MetadataStoreException">Too much is missing to go on, or a newer version wrote it.</exception>
    /// <exception cref="IOException">The disk does not give the bytes.</exception>
    public MetadataRecovery Load(MetadataState state)
    {
        var snapshot = snapshots.Load();
        var from = snapshot?.Lsn ?? 0;
        _damage.AddRange(snapshots.Damage);
        DescribeJournalDamage();
        CheckReach(from, hasSnapshot: snapshot is not null);
        foreach (var command in snapshot?.Commands ?? [])
        {
            state.Apply(command);
        }

        state.LastQueueId = Math.Max(state.LastQueueId, snapshot?.LastQueueId ?? 0);
        var replayed = 0L;
        foreach (var file in journal.Files)
        {
            replayed += file.EndLsn > from ? Replay(file, from, state) : 0;
        }

        return new MetadataRecovery
        {
            SnapshotLsn = from,
            CommandsInSnapshot = snapshot?.Commands.Count ?? 0,
            CommandsInJournal = replayed,
            Damage = _damage,
            Journal = journal,
        };
    }

    private long Replay(WalFileInfo file, long from, MetadataState state)
    {
        var replayed = 0L;
        using var reader = read(file);
        while (reader.TryRead(out var record))
        {
            if (record.Lsn > from)
            {
                state.Apply(Decode(record));
                replayed++;
            }
        }

        return replayed;
    }

    private MetadataCommand Decode(WalRecord record)
    {
        try
        {
            return MetadataCodec.Decode((MetadataRecordKind)record.Kind, record.Payload);
        }
        catch (MetadataStoreException exception)
        {
            throw new MetadataStoreException($"In the metadata journal in {directory}, {exception.Message}", exception);
        }
    }

    private void CheckReach(long from, bool hasSnapshot)
    {
        var files = journal.Files;
        var first = files.Count > 0 ? files[0].FirstLsn : journal.EndLsn;
        if (first > from)
        {
            if (!hasSnapshot)
            {
                // Going on would take every queue for deleted.
                throw new MetadataStoreException(
                    $"The metadata in {directory} cannot be recovered: its snapshots are damaged or missing, and the journal does not reach back far enough. "
                    + "Restore the data directory from a backup, or move it away to begin without queues and messages.");
            }

            _damage.Add(Invariant($"The metadata journal in {directory} begins at {first}, {first - from} bytes behind the snapshot."));
        }

        if (journal.EndLsn < from)
        {
            _damage.Add(Invariant($"The metadata journal in {directory} ends at {journal.EndLsn}, before the snapshot made at {from}."));
        }
    }

    private void DescribeJournalDamage()
    {
        foreach (var damage in journal.Damage)
        {
            _damage.Add(Invariant(
                $"The metadata journal in {directory} is damaged: {damage.Length} bytes at {damage.Offset} of file {damage.FileNumber}{(damage.CopiedTo is null ? string.Empty : $", copied to {damage.CopiedTo}")}."));
        }

        foreach (var gap in journal.Gaps)
        {
            _damage.Add(Invariant($"Files {gap.FirstNumber} to {gap.LastNumber} of the metadata journal in {directory} are missing."));
        }
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
