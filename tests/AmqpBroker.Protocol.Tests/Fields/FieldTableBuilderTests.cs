using AmqpBroker.Protocol.Fields;

namespace AmqpBroker.Protocol.Tests.Fields;

public sealed class FieldTableBuilderTests
{
    [Test]
    public void Nothing_added_makes_the_empty_table() =>
        Assert.That(new FieldTableBuilder().Build(), Is.SameAs(FieldTable.Empty));

    [Test]
    public void Set_replaces_an_entry_where_it_stands()
    {
        var table = new FieldTableBuilder().Add("a", 1).Add("b", 2).Add("a", 3).Set("a", FieldValue.From(4)).Build();

        Assert.That(table, Is.EqualTo(new FieldTableBuilder().Add("a", 4).Add("b", 2).Build()));
    }

    [Test]
    public void Set_appends_a_new_entry()
    {
        var table = new FieldTableBuilder().Add("a", true).Set("b", FieldValue.From("x")).Build();

        Assert.That(table, Is.EqualTo(new FieldTableBuilder().Add("a", true).Add("b", "x").Build()));
    }

    [Test]
    public void Remove_drops_every_entry_of_the_name_and_leaves_the_source_alone()
    {
        var source = new FieldTableBuilder().Add("a", 1L).Add("b", FieldTable.Empty).Add("a", 2L).Build();

        var table = source.ToBuilder().Remove("a").Build();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(table, Is.EqualTo(new FieldTableBuilder().Add("b", FieldTable.Empty).Build()));
            Assert.That(source, Has.Count.EqualTo(3));
        }
    }
}
