using AmqpBroker.Core.Inspection;
using AmqpBroker.Inspection;
using NUnit.Framework;

namespace AmqpBroker.Tests.Commands;

public sealed class InspectionTextTests
{
    private static readonly StoreInspection Found = new()
    {
        Directory = "/srv/data",
        IsInUse = true,
        ProcessId = 4711,
        MetadataFiles = [new("snapshot", "snapshot", 812)],
        MessageFiles = [new("0000000012.wal", "log", 64 << 20, 5_000_000, 12_345), new("delivered.marks", "delivered marks", 65_536)],
        Exchanges = 1,
        Bindings = 0,
        Queues = [new("/", "orders", 1_234, 5_678_901, 12), new("/", "a\nb\u001b[2J", 0, 0)],
        Damage = ["Of the messages, 0000000011.wal is missing."],
        Notes = ["The end was cut off."],
    };

    [Test]
    public void Everything_stands_in_columns() => Assert.That(InspectionText.Of(Found).ReplaceLineEndings("\n"), Is.EqualTo("""
        Data directory /srv/data
          in use by process 4711; format version 1

        Metadata
          FILE      KIND       SIZE  USED  RECORDS
          snapshot  snapshot  812 B     -        -
          1 durable exchange, 2 durable queues, 0 bindings

        Messages
          FILE             KIND                 SIZE     USED  RECORDS
          0000000012.wal   log              64.0 MiB  4.8 MiB   12,345
          delivered.marks  delivered marks  64.0 KiB        -        -
          total                             64.1 MiB  4.8 MiB   12,345

        Queues, with their persistent messages
          VHOST  QUEUE    MESSAGES    BYTES  RETURNED
          /      orders      1,234  5.4 MiB        12
          /      a?b?[2J         0      0 B         0
          total              1,234  5.4 MiB        12

        Notes
          The end was cut off.

        Damage
          Of the messages, 0000000011.wal is missing.

        Damaged: 1 finding.

        """.ReplaceLineEndings("\n")));

    [Test]
    public void A_directory_without_damage_is_called_whole() =>
        Assert.That(InspectionText.Of(Found with { Damage = [], Notes = [], Queues = [] }), Does.EndWith($"""
            Queues, with their persistent messages
              none

            Whole: nothing is damaged or missing, as far as can be seen.

            """));

    [TestCase(0, "0 B")]
    [TestCase(999, "999 B")]
    [TestCase(1000, "1.0 KiB")]
    [TestCase(1536, "1.5 KiB")]
    [TestCase(200_000, "195 KiB")]
    [TestCase(1_073_741_824, "1.0 GiB")]
    public void Sizes_have_three_digits_at_most(long bytes, string text) => Assert.That(SizeText.Of(bytes), Is.EqualTo(text));
}
