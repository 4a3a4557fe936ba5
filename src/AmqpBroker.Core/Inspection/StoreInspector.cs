using System.Globalization;
using AmqpBroker.Core.Metadata;
using AmqpBroker.Core.Persistence;
using AmqpBroker.Storage.Files;
using AmqpBroker.Storage.Marks;
using AmqpBroker.Storage.WriteAhead;

namespace AmqpBroker.Core.Inspection;

/// <summary>Finds out what a data directory holds: also of a broker that runs or was killed, writing nothing and taking no lock.</summary>
public static class StoreInspector
{
    private const int MostAttempts = 5;

    /// <summary>Whether there is anything of a broker in a directory.</summary>
    public static bool IsDataDirectory(string directory)
    {
        var names = new StoreNames(directory);
        return Directory.Exists(names.MetadataJournal) || Directory.Exists(names.Messages);
    }

    /// <summary>Reads the whole directory.</summary>
    /// <exception cref="StorageVersionException">A newer version wrote there.</exception>
    /// <exception cref="IOException">The disk does not give the bytes, or access is denied.</exception>
    public static StoreInspection Inspect(string directory, IStorageFiles files)
    {
        ArgumentNullException.ThrowIfNull(files);
        var names = new StoreNames(directory);
        var isInUse = DirectoryLock.IsHeld(directory, out var processId);
        MarkFile.EnsureKnownVersion(names.Marks);
        var journal = LogInspector.Inspect(names.MetadataJournal, files, isInUse);
        var (messages, live, isSteady) = CountMessages(names, files, isInUse);
        var damage = new List<string>();
        var state = LoadMetadata(names, files, journal, damage);
        DescribeDamage(messages, damage);
        NoteLostQueues(live, state.LastQueueId, damage);
        var commands = state.ToCommands();
        InspectedFile[] metadataFiles = [.. ListMetadata(names, files, journal)];
        InspectedFile[] messageFiles = [.. ListMessages(names, files, messages, live)];
        return new StoreInspection
        {
            Directory = directory,
            IsInUse = isInUse,
            ProcessId = processId,
            MetadataFiles = metadataFiles,
            MessageFiles = messageFiles,
            Exchanges = commands.OfType<ExchangeDeclared>().Count(),
            Bindings = commands.OfType<BindingAdded>().Count(),
            Queues = [.. CountQueues(commands, live)],
            Damage = damage,
            Notes =
            [
                .. Notes(journal, "metadata", metadataFiles),
                .. Notes(messages, "messages", messageFiles),
                .. isSteady ? Array.Empty<string>() : ["The broker moved messages while they were counted: some may be missing here. Look again."],
            ],
        };
    }

    /// <summary>Counts again when the broker has given files back meanwhile: what was live in them it has moved to where this did not look.</summary>
    private static (WalRecoveryReport Report, LiveMessages Live, bool IsSteady) CountMessages(StoreNames names, IStorageFiles files, bool isInUse)
    {
        for (var attempt = 1; ; attempt++)
        {
            var report = LogInspector.Inspect(names.Messages, files, isInUse);
            var live = new LiveMessages(names.Messages, files, report.Files);
            live.Count();
            var isSteady = report.Files.All(file => LogInspector.SizeOf(files, Path.Combine(names.Messages, WalRecovery.NameOf(file.Number))) is not null);
            if (isSteady || attempt == MostAttempts)
            {
                return (report, live, isSteady);
            }
        }
    }

    private static MetadataState LoadMetadata(StoreNames names, IStorageFiles files, WalRecoveryReport journal, List<string> damage)
    {
        var state = new MetadataState();
        try
        {
            var snapshots = new MetadataSnapshots(names.Metadata, files, setsDamageAside: false);
            var loader = new MetadataLoader(names.Metadata, snapshots, journal, file => WalRecovery.Read(names.MetadataJournal, files, file));
            damage.AddRange(loader.Load(state).Damage);
        }
        catch (MetadataStoreException exception)
        {
            damage.Add(exception.Message);
        }

        return state;
    }

    private static void DescribeDamage(WalRecoveryReport messages, List<string> damage)
    {
        damage.AddRange(messages.Damage.Select(bad => Invariant(
            $"Of the messages, {bad.Length} bytes at {bad.Offset} of {WalRecovery.NameOf(bad.FileNumber)} hold no valid record.")));
        damage.AddRange(messages.Gaps.Select(gap => gap.LastNumber == gap.FirstNumber
            ? $"Of the messages, {WalRecovery.NameOf(gap.FirstNumber)} is missing."
            : $"Of the messages, {WalRecovery.NameOf(gap.FirstNumber)} to {WalRecovery.NameOf(gap.LastNumber)} are missing."));
    }

    private static void NoteLostQueues(LiveMessages live, long lastQueueId, List<string> damage)
    {
        var lost = live.QueueIds.Where(id => id > lastQueueId).ToList();
        if (lost.Count > 0)
        {
            var messages = lost.Sum(id => live.Of(id).Messages);
            damage.Add(Invariant($"The metadata has lost {lost.Count} of the queues, with {messages} messages."));
        }
    }

    private static IEnumerable<InspectedQueue> CountQueues(IReadOnlyCollection<MetadataCommand> commands, LiveMessages live) => commands
        .OfType<QueueDeclared>()
        .Select(declared => (declared.VirtualHost, declared.Queue.Name, declared.Queue.Id))
        .Concat(commands
            .OfType<ExchangeDeclared>()
            .Where(declared => declared.Exchange.ContentsId != 0)
            .Select(declared => (declared.VirtualHost, Name: $"({(declared.Exchange.Type.IsDelaying ? "delayed by" : "ids of")} exchange {declared.Exchange.Name})", Id: declared.Exchange.ContentsId)))
        .Select(queue =>
        {
            var (messages, bytes, returned) = live.Of(queue.Id);
            return new InspectedQueue(queue.VirtualHost, queue.Name, messages, bytes, returned);
        })
        .OrderBy(queue => queue.VirtualHost, StringComparer.Ordinal)
        .ThenBy(queue => queue.Name, StringComparer.Ordinal);

    private static IEnumerable<InspectedFile> ListMetadata(StoreNames names, IStorageFiles files, WalRecoveryReport journal)
    {
        foreach (var name in files.List(names.Metadata))
        {
            if (LogInspector.SizeOf(files, Path.Combine(names.Metadata, name)) is { } size)
            {
                yield return new InspectedFile(name, MetadataSnapshots.KindOf(name), size);
            }
        }

        var records = journal.Files.ToDictionary(
            file => file.Number, file => LogInspector.ReadAll(names.MetadataJournal, files, file, static _ => { }));
        foreach (var file in LogInspector.List(names.MetadataJournal, files, "journal/", journal, records))
        {
            yield return file;
        }
    }

    private static IEnumerable<InspectedFile> ListMessages(StoreNames names, IStorageFiles files, WalRecoveryReport messages, LiveMessages live)
    {
        foreach (var file in LogInspector.List(names.Messages, files, string.Empty, messages, live.RecordsByFile))
        {
            yield return file;
        }

        if (LogInspector.SizeOf(SystemFiles.Instance, names.Marks) is { } size)
        {
            yield return new InspectedFile(Path.GetFileName(names.Marks), "delivered marks", size);
        }

        if (LogInspector.SizeOf(files, names.PositionBound) is { } bound)
        {
            yield return new InspectedFile(StoreNames.PositionBoundFile, "bound of positions", bound);
        }
    }

    private static IEnumerable<string> Notes(WalRecoveryReport report, string part, IReadOnlyList<InspectedFile> files)
    {
        if (report.TornTail is { } tail)
        {
            yield return Invariant(
                $"In {part}, the last {tail.Length} bytes of {WalRecovery.NameOf(tail.FileNumber)} are no whole record: a write that was cut off, or is under way.");
        }

        var aside = files.Where(file => file.Kind == "set aside").ToList();
        if (aside.Count > 0)
        {
            yield return Invariant($"In {part}, {aside.Sum(file => file.Size)} damaged bytes were set aside in {aside.Count} files; the broker needs none of them.");
        }
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
