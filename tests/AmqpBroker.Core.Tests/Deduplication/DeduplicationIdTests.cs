using AmqpBroker.Core.Deduplication;
using AmqpBroker.Protocol.Fields;

namespace AmqpBroker.Core.Tests.Deduplication;

public sealed class DeduplicationIdTests
{
    private static readonly FieldValue[] Different =
    [
        FieldValue.From("1"), FieldValue.FromBinary("1"u8), FieldValue.From(1L), FieldValue.From(-1L), FieldValue.From(1.0), FieldValue.From(true),
        FieldValue.From(false), FieldValue.Void, FieldValue.From(""), FieldValue.FromTimestamp(1),
    ];

    [Test]
    public void Different_values_are_different_ids()
    {
        var ids = Different.Select(value => Convert.ToHexString(Read(value)!)).ToArray();

        Assert.That(ids, Is.Unique);
    }

    [TestCase(FieldType.SignedByte)]
    [TestCase(FieldType.UnsignedByte)]
    [TestCase(FieldType.Short)]
    [TestCase(FieldType.UnsignedShort)]
    [TestCase(FieldType.SignedInt)]
    [TestCase(FieldType.UnsignedInt)]
    [TestCase(FieldType.Long)]
    public void Integers_of_every_width_are_alike(FieldType type) =>
        Assert.That(Read(FieldValue.From(type, 100)), Is.EqualTo(Read(FieldValue.From(100L))));

    [Test]
    public void Without_the_header_or_with_a_table_in_it_there_is_no_id()
    {
        Assert.That(DeduplicationId.Read(Identified.Header(FieldTable.Empty)), Is.Null);
        Assert.That(Read(FieldValue.From(FieldTable.Empty)), Is.Null);
        Assert.That(Read(FieldValue.From([FieldValue.From(1)])), Is.Null);
        Assert.That(DeduplicationId.Read([0, 60, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]), Is.Null);
    }

    [TestCase(500, 500L)]
    [TestCase(0, null)]
    [TestCase(-1, null)]
    public void A_message_may_say_how_long_it_is_remembered(int given, long? expected)
    {
        var header = Identified.Header(FieldTable.Of(
            new FieldEntry("x-cache-ttl", FieldValue.From(given)), new FieldEntry("x-deduplication-header", FieldValue.From("a"))));

        _ = DeduplicationId.Read(header, out var ttl);

        Assert.That(ttl, Is.EqualTo(expected));
    }

    private static byte[]? Read(FieldValue value) => DeduplicationId.Read(Identified.Header(value));
}
