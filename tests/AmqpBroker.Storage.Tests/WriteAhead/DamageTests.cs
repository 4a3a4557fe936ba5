using System.Buffers.Binary;
using AmqpBroker.Storage.Files;
using AmqpBroker.Storage.Tests.Files;
using AmqpBroker.Storage.WriteAhead;

namespace AmqpBroker.Storage.Tests.WriteAhead;

[CancelAfter(60_000)]
public sealed class DamageTests
{
    private static readonly WriteAheadLogOptions Small = LogTest.Options with { FileSize = WriteAheadLogOptions.SmallestFileSize };

    [Test]
    public async Task A_flipped_bit_costs_one_record_at_most_and_is_reported()
    {
        var (files, texts) = await WriteAsync(count: 8);
        var path = LogTest.PathOf(1);
        var bytes = files.Bytes(path);
        var used = bytes.AsSpan().LastIndexOfAnyExcept((byte)0) + 1;

        for (var position = 0; position < used; position++)
        {
            var flipped = files.Copy();
            flipped.Patch(path, position, [(byte)(bytes[position] ^ (1 << (position % 8)))]);

            var report = WalRecovery.Inspect(LogTest.Directory, flipped);
            var (records, _) = await LogTest.RecoverAsync(flipped);

            AssertOneLostAtMost(texts, records, report, position);
        }
    }

    [Test]
    public async Task A_flipped_bit_in_any_of_several_files_costs_one_record_at_most()
    {
        var (files, texts) = await WriteAsync(count: 100);
        var random = new Random(17);
        foreach (var name in files.List(LogTest.Directory).Where(name => char.IsAsciiDigit(name[0])))
        {
            var path = Path.Combine(LogTest.Directory, name);
            var bytes = files.Bytes(path);
            for (var i = 0; i < 60; i++)
            {
                // The first flips hit the header.
                var position = i < 20 ? i * 3 : random.Next(bytes.Length);
                var flipped = files.Copy();
                flipped.Patch(path, position, [(byte)(bytes[position] ^ 0x10)]);

                var report = WalRecovery.Inspect(LogTest.Directory, flipped);
                var (records, _) = await LogTest.RecoverAsync(flipped);

                AssertOneLostAtMost(texts, records, report, position);
            }
        }
    }

    [Test]
    public async Task A_block_that_the_disk_does_not_give_costs_what_is_in_it([Values(0, 1024, 3072)] int offset, [Values(1, 2, 3)] int number)
    {
        var (files, texts) = await WriteAsync(count: 100);
        files.Break(LogTest.PathOf(number), offset);

        var (records, report) = await LogTest.RecoverAsync(files);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(records, Is.SubsetOf(texts).And.Ordered);
            Assert.That(texts.Except(records).Count(), Is.LessThan(50), "one file is one page here");
            Assert.That(report.Damage, Is.Not.Empty);
            Assert.That(report.Damage, Has.All.Property(nameof(WalDamage.FileNumber)).EqualTo(number));
            Assert.That(report.Damage, Has.All.Property(nameof(WalDamage.CopiedTo)).Not.Null);
        }
    }

    [Test]
    public async Task A_page_that_the_disk_does_not_give_leaves_the_others()
    {
        var (files, texts) = await WriteAsync(count: 100, LogTest.Options);
        files.Break(LogTest.PathOf(1), 5000);

        var (records, report) = await LogTest.RecoverAsync(files);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(records, Does.Contain(texts[0]).And.Contain(texts[^1]));
            Assert.That(texts.Except(records).Count(), Is.InRange(1, 4096 / 72));
            Assert.That(report.Damage.Single().Length, Is.InRange(4096, 4096 + 200));
        }
    }

    [Test]
    public async Task The_unreadable_end_of_the_last_file_is_damage_and_no_torn_tail()
    {
        var (files, texts) = await WriteAsync(count: 20);
        var used = files.Bytes(LogTest.PathOf(1)).AsSpan().LastIndexOfAnyExcept((byte)0) + 1;
        files.Break(LogTest.PathOf(1), used - 1);

        var (_, report) = await LogTest.RecoverAsync(files);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(used, Is.LessThan(4096), "one file");
            Assert.That(texts, Is.Not.Empty);
            Assert.That(report.Damage, Has.Count.EqualTo(1));
            Assert.That(report.TornTail, Is.Null);
        }
    }

    [Test]
    public async Task Damaged_bytes_are_set_aside_and_reported_again_as_long_as_the_file_is_there()
    {
        var (files, _) = await WriteAsync(count: 8);
        files.Patch(LogTest.PathOf(1), 300, "damage"u8);

        var (_, first) = await LogTest.RecoverAsync(files);
        var (_, second) = await LogTest.RecoverAsync(files);

        var damage = first.Damage.Single();
        var copy = files.Bytes(damage.CopiedTo!);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(damage.CopiedTo, Does.StartWith(Path.Combine(LogTest.Directory, "damaged", "0000000001-")));
            Assert.That(copy, Is.EqualTo(files.Bytes(LogTest.PathOf(1)).Skip((int)damage.Offset).Take((int)damage.Length)));
            Assert.That(second.Damage, Is.EqualTo(first.Damage));
        }
    }

    [Test]
    public async Task Inspecting_changes_nothing()
    {
        var (files, _) = await WriteAsync(count: 8);
        files.Patch(LogTest.PathOf(1), 300, "damage"u8);
        var before = files.Operations.Count;

        var report = WalRecovery.Inspect(LogTest.Directory, files);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(report.Damage.Single().CopiedTo, Is.Null);
            Assert.That(files.Operations, Has.Count.EqualTo(before));
        }
    }

    [Test]
    public async Task A_missing_file_is_a_gap_and_the_others_are_read()
    {
        var (files, texts) = await WriteAsync(count: 100);
        files.Delete(LogTest.PathOf(2));

        var (records, report) = await LogTest.RecoverAsync(files);

        using (Assert.EnterMultipleScope())
        {
            var gap = report.Gaps.Single();
            Assert.That((gap.FirstNumber, gap.LastNumber), Is.EqualTo((2L, 2L)));
            Assert.That(gap.ToLsn, Is.GreaterThan(gap.FromLsn));
            Assert.That(report.Damage, Is.Empty);
            Assert.That(records, Is.SubsetOf(texts).And.Ordered);
            Assert.That(records, Has.Count.InRange(texts.Count / 3, texts.Count - 10));
            Assert.That(records, Does.Contain(texts[0]).And.Contain(texts[^1]));
        }
    }

    [Test]
    public async Task Files_deleted_from_the_front_are_no_gap()
    {
        var (files, texts) = await WriteAsync(count: 100);
        files.Delete(LogTest.PathOf(1));

        var (records, report) = await LogTest.RecoverAsync(files);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(report.HasLosses, Is.False);
            Assert.That(records, Is.EqualTo(texts.TakeLast(records.Count)));
        }
    }

    [TestCase(1)]
    [TestCase(2)]
    public async Task A_file_cut_short_in_the_middle_of_the_log_is_damage(int number)
    {
        var (files, texts) = await WriteAsync(count: 100);
        files.Put(LogTest.PathOf(number), files.Bytes(LogTest.PathOf(number)).AsSpan(0, 1500));

        var (records, report) = await LogTest.RecoverAsync(files);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(report.Damage.Single().FileNumber, Is.EqualTo(number));
            Assert.That(report.Gaps, Is.Empty);
            Assert.That(records, Is.SubsetOf(texts).And.Ordered);
            Assert.That(records, Does.Contain(texts[0]).And.Contain(texts[^1]));
        }
    }

    [Test]
    public async Task The_end_of_the_last_file_is_damage_when_it_was_durable_once()
    {
        var (files, _) = await WriteAsync(count: 8);
        var path = LogTest.PathOf(1);
        files.Patch(path, 600, new byte[400]);

        var (_, report) = await LogTest.RecoverAsync(files);

        Assert.That(report.Damage, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_newer_version_is_refused_in_one_line()
    {
        var (files, _) = await WriteAsync(count: 8);
        files.Patch(LogTest.PathOf(1), 0, NewerHeader(files.Bytes(LogTest.PathOf(1))));

        Assert.That(
            () => LogTest.Open(files),
            Throws.InstanceOf<StorageVersionException>().With.Message.EqualTo(
                $"{LogTest.PathOf(1)} has format version 2, this broker reads up to 1. Start the newer broker that wrote it."));
    }

    [Test]
    public async Task Foreign_files_are_named_and_left_alone()
    {
        var (files, texts) = await WriteAsync(count: 8);
        var notes = Path.Combine(LogTest.Directory, "notes.txt");
        files.Put(notes, "hello"u8);

        var (records, report) = await LogTest.RecoverAsync(files);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(report.ForeignFiles, Is.EqualTo(new[] { "notes.txt" }));
            Assert.That(records, Is.EqualTo(texts));
            Assert.That(files.Bytes(notes), Is.EqualTo("hello"u8.ToArray()));
        }
    }

    private static void AssertOneLostAtMost(List<string> texts, List<string> records, WalRecoveryReport report, int position)
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(records, Is.SubsetOf(texts).And.Ordered, $"flip at {position}");
            Assert.That(records, Has.Count.GreaterThanOrEqualTo(texts.Count - 1), $"flip at {position}");
            Assert.That(report.HasLosses || records.Count == texts.Count, $"flip at {position} is not reported");
        }
    }

    private static byte[] NewerHeader(byte[] file)
    {
        var header = file.AsSpan(0, WalFileHeader.Size).ToArray();
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(8), 2);
        var crc = Crc32C.Append(Crc32C.Append(Crc32C.Seed, header.AsSpan(0, 12)), header.AsSpan(16));
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(12), ~crc);
        return header;
    }

    // Each record is a group of its own; the log is closed properly.
    private static async Task<(FaultyFiles Files, List<string> Texts)> WriteAsync(int count, WriteAheadLogOptions? options = null)
    {
        var files = new FaultyFiles();
        var texts = Enumerable.Range(0, count).Select(i => $"record {i:D3} {new string('.', 60)}").ToList();
        await using (var log = LogTest.Open(files, options ?? Small))
        {
            foreach (var text in texts)
            {
                await log.AppendDurablyAsync(text);
            }
        }

        return (files, texts);
    }
}
