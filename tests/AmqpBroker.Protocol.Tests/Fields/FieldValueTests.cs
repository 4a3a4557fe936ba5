using AmqpBroker.Protocol.Fields;

namespace AmqpBroker.Protocol.Tests.Fields;

public sealed class FieldValueTests
{
    private static IEnumerable<TestCaseData> Texts =>
    [
        Text(FieldValue.From(1000), "the value '1000' of type 'signedint'", "1000"),
        Text(FieldValue.From(-5L), "the value '-5' of type 'long'", "-5"),
        Text(FieldValue.From(FieldType.SignedByte, -1), "the value '-1' of type 'byte'", "-1"),
        Text(FieldValue.From(FieldType.UnsignedByte, 255), "the value '255' of type 'unsignedbyte'", "255"),
        Text(FieldValue.From(FieldType.Short, -2), "the value '-2' of type 'short'", "-2"),
        Text(FieldValue.From(FieldType.UnsignedShort, 65535), "the value '65535' of type 'unsignedshort'", "65535"),
        Text(FieldValue.From(FieldType.UnsignedInt, uint.MaxValue), "the value '4294967295' of type 'unsignedint'", "4294967295"),
        Text(FieldValue.From("quorum"), "the value 'quorum' of type 'longstr'", "<<\"quorum\">>"),
        Text(FieldValue.FromBinary([0, 1]), "the value '\0\u0001' of type 'binary'", "<<0,1>>"),
        Text(FieldValue.From(true), "the value 'true' of type 'bool'", "true"),
        Text(FieldValue.From(1.0), "the value '1.0' of type 'double'", "1.0"),
        Text(FieldValue.From(2.5f), "the value '2.5' of type 'float'", "2.5"),
        Text(FieldValue.From(1e22), "the value '1.0e22' of type 'double'", "1.0e22"),
        Text(FieldValue.FromDecimal(2, 314), "the value '{2,314}' of type 'decimal'", "{2,314}"),
        Text(FieldValue.FromTimestamp(ulong.MaxValue), "the value '18446744073709551615' of type 'timestamp'", "18446744073709551615"),
        Text(FieldValue.Void, "the value 'undefined' of type 'void'", "undefined"),
        Text(FieldValue.From([FieldValue.From("a"), FieldValue.From(1)]), "the value '[{longstr,<<\"a\">>},{signedint,1}]' of type 'array'", "[{longstr,<<\"a\">>},{signedint,1}]"),
        Text(FieldValue.From(new FieldTableBuilder().Add("k", "v").Build()), "the value '[{<<\"k\">>,longstr,<<\"v\">>}]' of type 'table'", "[{<<\"k\">>,longstr,<<\"v\">>}]"),
    ];

    [TestCaseSource(nameof(Texts))]
    public void Error_texts_show_value_and_type(FieldValue value, string text, string term)
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(value.ToErlangText(), Is.EqualTo(text));
            Assert.That(value.ToErlangTerm(), Is.EqualTo(term));
        }
    }

    [Test]
    public void Integers_of_any_width_are_equal_by_value()
    {
        var wide = FieldValue.From(200L);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(wide.EqualsByValue(FieldValue.From(200)), Is.True);
            Assert.That(wide.EqualsByValue(FieldValue.From(FieldType.UnsignedByte, 200)), Is.True);
            Assert.That(wide.EqualsByValue(FieldValue.From(201)), Is.False);
            Assert.That(wide, Is.Not.EqualTo(FieldValue.From(200)), "structurally they differ");
        }
    }

    [Test]
    public void An_integer_equals_neither_floating_point_nor_a_timestamp_nor_text()
    {
        var integer = FieldValue.From(5);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(integer.EqualsByValue(FieldValue.From(5.0)), Is.False);
            Assert.That(integer.EqualsByValue(FieldValue.FromTimestamp(5)), Is.False);
            Assert.That(integer.EqualsByValue(FieldValue.From("5")), Is.False);
            Assert.That(FieldValue.From(5f).EqualsByValue(FieldValue.From(5.0)), Is.True);
        }
    }

    [Test]
    public void A_value_is_only_what_its_type_says()
    {
        var text = FieldValue.From("a");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(text.TryGetString(out var value), Is.True);
            Assert.That(value, Is.EqualTo("a"));
            Assert.That(text.TryGetInteger(out _), Is.False);
            Assert.That(text.TryGetBool(out _), Is.False);
            Assert.That(text.TryGetDouble(out _), Is.False);
            Assert.That(text.TryGetTimestamp(out _), Is.False);
            Assert.That(text.TryGetDecimal(out _, out _), Is.False);
            Assert.That(text.AsTable(), Is.Null);
            Assert.That(text.AsArray(), Is.Null);
            Assert.That(FieldValue.FromBinary("a"u8).TryGetString(out _), Is.False);
        }
    }

    [Test]
    public void An_integer_is_cut_to_its_width()
    {
        FieldValue.From(FieldType.SignedByte, 0x1FF).TryGetInteger(out var value);

        Assert.That(value, Is.EqualTo(-1));
    }

    [Test]
    public void The_default_value_is_void() => Assert.That(default(FieldValue), Is.EqualTo(FieldValue.Void));

    [Test]
    public void Equal_values_have_equal_hash_codes() => Property.Holds(
        Generate.Table,
        table =>
        {
            var copy = FieldTable.Read(table.ToContent());

            Assert.That(copy, Is.EqualTo(table));
            Assert.That(copy.GetHashCode(), Is.EqualTo(table.GetHashCode()));
        });

    private static TestCaseData Text(FieldValue value, string text, string term) =>
        new TestCaseData(value, text, term).SetArgDisplayNames(value.TypeName, term);
}
