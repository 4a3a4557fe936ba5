namespace AmqpBroker.Core.Tests.Persistence;

/// <summary>One bit flipped anywhere in a data directory: what is whole is there, and what is not is said.</summary>
[CancelAfter(120_000)]
public sealed class FlippedBitTests
{
    /// <summary>Bytes from one flip to the next; no field is longer without being covered by the next round of bits.</summary>
    private const int Stride = 5;

    [Test]
    public async Task In_the_message_journal_it_costs_one_record([Values] bool isStopped)
    {
        using var disk = isStopped ? await FilledStore.StoppedAsync() : await FilledStore.KilledAsync();

        await ForEachFlipAsync(disk, disk.Messages(1), (store, name) =>
        {
            int[] found = [.. store.Numbers("a"), .. store.Numbers("b"), .. store.Numbers("c")];
            int[] expected = [.. FilledStore.InA, .. FilledStore.InB, .. FilledStore.InC];
            using (Assert.EnterMultipleScope())
            {
                Assert.That(store.Topology, Is.EqualTo(FilledStore.Topology), name);
                Assert.That(found, Is.SubsetOf(expected.Concat(FilledStore.Done)), name);
                Assert.That(expected.Except(found).Count(), Is.LessThanOrEqualTo(1), name);
                Assert.That(found.SequenceEqual(expected) || disk.Log.Warnings.Count > 0, $"{name} is reported");
            }
        });
    }

    [Test]
    public async Task In_the_metadata_journal_it_costs_one_command_and_what_belongs_to_it()
    {
        using var disk = await FilledStore.KilledAsync();

        await ForEachFlipAsync(disk, disk.Journal(1), (store, name) =>
        {
            var isWhole = store.Topology.SequenceEqual(FilledStore.Topology);
            using (Assert.EnterMultipleScope())
            {
                Assert.That(store.Topology, Is.SubsetOf(FilledStore.Topology), name);
                Assert.That(FilledStore.Topology.Except(store.Topology).Count(), Is.LessThanOrEqualTo(1), name);
                Assert.That(isWhole || disk.Log.Warnings.Count > 0, $"{name} is reported");
                Assert.That(store.Numbers("a"), Is.EqualTo(store.Find("a") is null ? [] : FilledStore.InA), name);
                Assert.That(store.Numbers("b"), Is.EqualTo(store.Find("b") is null ? [] : FilledStore.InB), name);
                Assert.That(store.Numbers("c"), Is.EqualTo(store.Find("c") is null ? [] : FilledStore.InC), name);
            }
        });
    }

    [Test]
    public async Task In_a_metadata_snapshot_it_costs_nothing_and_is_reported([Values("snapshot", "snapshot.old")] string name)
    {
        using var disk = await FilledStore.StoppedAsync();
        await using (var store = await disk.OpenAsync())
        {
            // A second snapshot, with the first one behind it.
            await store.DeclareAsync("d");
        }

        disk.GoOnWith(disk.Files);
        await ForEachFlipAsync(disk, disk.Metadata(name), (store, flip) =>
        {
            using (Assert.EnterMultipleScope())
            {
                Assert.That(store.Topology, Is.EqualTo((string[])["a", "b", "c", "d", "e"]), flip);
                Assert.That(store.Numbers("a"), Is.EqualTo(FilledStore.InA), flip);
                Assert.That(disk.Log.Errors, Has.One.Contains($"{disk.Metadata(name)} is damaged"), flip);
            }
        });
    }

    [Test]
    public async Task In_the_delivered_marks_it_costs_no_message()
    {
        using var disk = await FilledStore.KilledAsync();
        var whole = await File.ReadAllBytesAsync(disk.MarksPath);
        var files = disk.Files;
        for (var bit = 0; bit < 64 * 8; bit++)
        {
            // The digit of the version, of which a higher one is a newer version.
            if (bit / 8 == 5 && (whole[5] ^ (1 << (bit % 8))) > '1')
            {
                continue;
            }

            var flipped = whole.ToArray();
            flipped[bit / 8] ^= (byte)(1 << (bit % 8));
            await File.WriteAllBytesAsync(disk.MarksPath, flipped);
            disk.GoOnWith(files.Copy());
            await using var store = await disk.OpenAsync();

            FilledStore.AssertWhole(store, $"bit {bit}");
        }
    }

    private static async Task ForEachFlipAsync(StoreDisk disk, string path, Action<OpenStore, string> assert)
    {
        var whole = disk.Files;
        var bytes = whole.Bytes(path);
        var used = bytes.AsSpan().LastIndexOfAnyExcept((byte)0) + 1;
        Assert.That(used, Is.InRange(100, 4096), path);
        for (var position = 0; position < used; position += Stride)
        {
            var flipped = whole.Copy();
            flipped.Patch(path, position, [(byte)(bytes[position] ^ (1 << (position % 8)))]);
            disk.GoOnWith(flipped);
            await using var store = await disk.OpenAsync();

            assert(store, $"{Path.GetFileName(path)}, bit {position % 8} of byte {position}");
        }
    }
}
