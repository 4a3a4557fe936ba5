using AmqpBroker.Protocol.Fields;
using FsCheck.Fluent;

namespace AmqpBroker.Protocol.Tests.Fields;

public sealed class FieldTableTests
{
    // One entry of each letter, named after it.
    private const string AllLetters =
        "0174 74 01" + "0162 62 FF" + "0142 42 FF" + "0173 73 FFFE" + "0175 75 FFFE" + "0149 49 FFFFFFFD" +
        "0169 69 FFFFFFFD" + "016C 6C FFFFFFFFFFFFFFFC" + "014C 4C 0000000000000004" + "0166 66 3FC00000" +
        "0164 64 3FF8000000000000" + "0144 44 02 0000013A" + "0153 53 00000003 616263" + "0141 41 00000003 740156" +
        "0154 54 0000000000000005" + "0146 46 00000004 01617400" + "0156 56" + "0178 78 00000002 00FF";

    [Test]
    public void All_18_letters_are_read()
    {
        var table = FieldTable.Read(Octets.Hex(AllLetters));

        var expected = FieldTable.Of(
            new("t", FieldValue.From(true)),
            new("b", FieldValue.From(FieldType.SignedByte, -1)),
            new("B", FieldValue.From(FieldType.UnsignedByte, 255)),
            new("s", FieldValue.From(FieldType.Short, -2)),
            new("u", FieldValue.From(FieldType.UnsignedShort, 65534)),
            new("I", FieldValue.From(-3)),
            new("i", FieldValue.From(FieldType.UnsignedInt, 4294967293)),
            new("l", FieldValue.From(-4L)),
            new("L", FieldValue.From(4L)),
            new("f", FieldValue.From(1.5f)),
            new("d", FieldValue.From(1.5)),
            new("D", FieldValue.FromDecimal(2, 314)),
            new("S", FieldValue.From("abc")),
            new("A", FieldValue.From([FieldValue.From(true), FieldValue.Void])),
            new("T", FieldValue.FromTimestamp(5)),
            new("F", FieldValue.From(FieldTable.Of(new FieldEntry("a", FieldValue.From(false))))),
            new("V", FieldValue.Void),
            new("x", FieldValue.FromBinary([0, 255])));
        Assert.That(table, Is.EqualTo(expected));
    }

    [Test]
    public void The_same_octets_are_written_except_that_L_becomes_l()
    {
        var written = FieldTable.Read(Octets.Hex(AllLetters)).ToContent();

        var expected = AllLetters.Replace("014C 4C", "014C 6C", StringComparison.Ordinal);
        Assert.That(written, Is.EqualTo(Octets.Hex(expected)));
    }

    [Test]
    public void Whatever_is_written_is_read_again() => Property.Holds(
        Generate.Table,
        table => Assert.That(FieldTable.Read(table.ToContent()), Is.EqualTo(table)));

    [Test]
    public void Duplicates_and_their_order_are_kept()
    {
        var octets = Octets.Hex("0161 7401 0161 7400");

        var table = FieldTable.Read(octets);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(table, Has.Count.EqualTo(2));
            Assert.That(table.TryGet("a", out var first), Is.True);
            Assert.That(first, Is.EqualTo(FieldValue.From(true)), "the first one counts");
            Assert.That(table.ToContent(), Is.EqualTo(octets));
        }
    }

    [Test]
    public void A_name_that_is_not_UTF_8_survives()
    {
        var octets = Octets.Hex("04 61FFC328 56");

        Assert.That(FieldTable.Read(octets).ToContent(), Is.EqualTo(octets));
    }

    [Test]
    public void Names_differ_by_case()
    {
        var table = new FieldTableBuilder().Add("a", 1).Build();

        Assert.That(table.TryGet("A", out _), Is.False);
    }

    [TestCase("01", "it ends inside an entry")]
    [TestCase("0161", "it ends inside an entry")]
    [TestCase("0161 49 000000", "it ends inside an entry")]
    [TestCase("0161 53 00000002 61", "it ends inside an entry")]
    [TestCase("0161 53 FFFFFFFF", "it ends inside an entry")]
    [TestCase("0161 5A", "unknown field type 90")]
    [TestCase("0161 41 00000002 4900", "it ends inside an entry", Description = "an item beyond its array")]
    [TestCase("0161 46 00000001 05", "it ends inside an entry", Description = "an entry beyond its nested table")]
    public void A_broken_table_is_refused(string hex, string why)
    {
        var octets = Octets.Hex(hex);

        var text = $"SYNTAX_ERROR - malformed field table: {why}";
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Refusal.Of(() => FieldTable.Read(octets)), Is.EqualTo(text));
            Assert.That(Refusal.Of(() => FieldTableValidator.Validate(octets)), Is.EqualTo(text));
        }
    }

    [TestCase(64, null)]
    [TestCase(65, "SYNTAX_ERROR - malformed field table: nested deeper than 64 levels")]
    [TestCase(20_000, "SYNTAX_ERROR - malformed field table: nested deeper than 64 levels")]
    public void Nesting_is_limited(int levels, string? text)
    {
        var octets = Nested(levels);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Refusal.Of(() => FieldTable.Read(octets)), Is.EqualTo(text));
            Assert.That(Refusal.Of(() => FieldTableValidator.Validate(octets)), Is.EqualTo(text));
        }
    }

    [Test]
    public void Reader_and_validator_refuse_the_same_tables() => Property.Holds(
        Generate.Table.SelectMany(table => Generate.Mutation(table.ToContent())),
        octets => Assert.That(Refusal.Of(() => FieldTableValidator.Validate(octets)), Is.EqualTo(Refusal.Of(() => FieldTable.Read(octets)))),
        runs: 2000);

    [Test]
    public void Noise_is_read_or_refused() => Property.Holds(
        Generate.Noise,
        octets => Assert.That(Refusal.Of(() => FieldTableValidator.Validate(octets)), Is.EqualTo(Refusal.Of(() => FieldTable.Read(octets)))),
        runs: 2000);

    private static byte[] Nested(int levels)
    {
        var octets = new List<byte>();
        for (var level = 0; level < levels; level++)
        {
            var length = octets.Count;
            octets.InsertRange(0, [0, (byte)'F', (byte)(length >> 24), (byte)(length >> 16), (byte)(length >> 8), (byte)length]);
        }

        return [.. octets];
    }
}
