using AmqpBroker.Protocol.Fields;
using FsCheck.Fluent;

namespace AmqpBroker.Protocol.Tests.Fields;

public sealed class FieldTableLookupTests
{
    private static readonly byte[] Content = Octets.Hex("0161 49 00000001 0162 53 00000002 6869 0162 56");

    [Test]
    public void The_first_entry_of_the_name_is_found()
    {
        var isFound = FieldTableLookup.TryFind(Content, "b"u8, out var type, out var value);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(isFound, Is.True);
            Assert.That(type, Is.EqualTo(FieldType.LongString));
            Assert.That(value.ToArray(), Is.EqualTo("hi"u8.ToArray()));
        }
    }

    [Test]
    public void A_name_that_is_not_there_is_not_found() =>
        Assert.That(FieldTableLookup.TryFind(Content, "c"u8, out _, out _), Is.False);

    [Test]
    public void Nested_entries_are_not_looked_at() => Assert.That(
        FieldTableLookup.TryFind(Octets.Hex("0161 46 00000003 016256"), "b"u8, out _, out _), Is.False);

    [Test]
    public void Lookup_and_validation_allocate_nothing()
    {
        FieldTableValidator.Validate(Content);
        _ = FieldTableLookup.TryFind(Content, "b"u8, out _, out _);

        var before = GC.GetAllocatedBytesForCurrentThread();
        FieldTableValidator.Validate(Content);
        _ = FieldTableLookup.TryFind(Content, "b"u8, out _, out _);
        var after = GC.GetAllocatedBytesForCurrentThread();

        Assert.That(after - before, Is.Zero);
    }

    [Test]
    public void It_finds_what_the_decoded_table_has() => Property.Holds(
        Generate.Table.Where(table => table.Count > 0),
        table =>
        {
            var content = table.ToContent();

            foreach (var (name, _) in table)
            {
                var octets = new byte[255];
                var length = LenientUtf8.Encode(name, octets);
                table.TryGet(name, out var expected);
                Assert.That(FieldTableLookup.TryFind(content, octets.AsSpan(0, length), out var type, out _), Is.True);
                Assert.That(type, Is.EqualTo(expected.Type));
            }
        });
}
