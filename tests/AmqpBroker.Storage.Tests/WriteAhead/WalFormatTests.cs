using AmqpBroker.Storage.Tests.Files;
using AmqpBroker.Storage.WriteAhead;

namespace AmqpBroker.Storage.Tests.WriteAhead;

/// <summary>Pins the bytes on disk: whoever changes them needs a new format version.</summary>
public sealed class WalFormatTests
{
    [Test]
    public void A_record_lies_as_documented()
    {
        var record = new byte[24];
        WalFormat.Begin(record, kind: 9, payload: 7);
        "payload"u8.CopyTo(record.AsSpan(WalFormat.RecordHeader));
        WalFormat.Seal(record, fileNumber: 12, offset: 4096);

        Assert.That(Convert.ToHexString(record), Is.EqualTo("07000000" + "664578A6" + "09" + "E2671E" + "7061796C6F6164" + "0000000000"));
    }

    [Test]
    public void A_header_lies_as_documented()
    {
        var header = new byte[WalFileHeader.Size];
        new WalFileHeader(Number: 12, FirstLsn: 0x0102030405, DurableLsn: 0x0102030404).Write(header);

        Assert.That(
            Convert.ToHexString(header),
            Is.EqualTo(
                "414257414C0D0A1A" + "01000000" + "9DF5F613" + "0C00000000000000" + "0504030201000000" + "0404030201000000" + new string('0', 48)));
    }

    [Test]
    public void A_record_is_whole_at_its_own_place_only()
    {
        var record = new byte[24];
        WalFormat.Begin(record, kind: 9, payload: 7);
        WalFormat.Seal(record, fileNumber: 12, offset: 4096);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(WalFormat.IsHeader(record, 12, 4096, out _) && WalFormat.IsWhole(record, 12, 4096));
            Assert.That(WalFormat.IsHeader(record, 13, 4096, out _), Is.False);
            Assert.That(WalFormat.IsHeader(record, 12, 4104, out _), Is.False);
            Assert.That(WalFormat.IsWhole(record, 13, 4096), Is.False);
            Assert.That(WalFormat.IsWhole(record, 12, 4104), Is.False);
        }
    }

    [Test]
    public async Task A_file_starts_with_header_and_marker()
    {
        var files = new FaultyFiles();
        await using (var log = LogTest.Open(files))
        {
            await log.AppendDurablyAsync("x");
        }

        var bytes = files.Bytes("/data/wal/0000000001.wal");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(bytes[64..68], Is.EqualTo(new byte[] { 16, 0, 0, 0 }), "the marker's length");
            Assert.That(bytes[72], Is.Zero, "the marker's kind");
            Assert.That(bytes[96..100], Is.EqualTo(new byte[] { 1, 0, 0, 0 }), "the record's length");
            Assert.That(bytes[104], Is.EqualTo(LogTest.Kind));
            Assert.That(bytes[108], Is.EqualTo((byte)'x'));
        }
    }
}
