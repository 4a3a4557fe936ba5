using AmqpBroker.Protocol.Content;
using AmqpBroker.Protocol.Fields;

namespace AmqpBroker.Protocol.Tests.Content;

public sealed class ContentHeaderTests
{
    [Test]
    public void The_parts_are_read_where_they_stand()
    {
        var header = ContentHeader.Read(Octets.Hex("003C 0001 0000000000000400 1000 02"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(header.ClassId, Is.EqualTo(60));
            Assert.That(header.Weight, Is.EqualTo(1));
            Assert.That(header.BodySize, Is.EqualTo(1024));
            Assert.That(header.Properties.ToArray(), Is.EqualTo(Octets.Hex("1000 02")));
        }
    }

    [Test]
    public void What_is_written_is_read_again()
    {
        var octets = Octets.Written((ref writer) => ContentHeader.Write(ref writer, 7, new BasicProperties { Priority = 3 }));

        Assert.That(octets, Is.EqualTo(Octets.Hex("003C 0000 0000000000000007 0800 03")));
    }

    [Test]
    public void A_header_of_its_own_may_be_as_long_as_its_properties()
    {
        var properties = new BasicProperties { Headers = FieldTable.Of(new FieldEntry("long", FieldValue.From(new string('x', 5000)))) };

        var octets = ContentHeader.ToArray(7, properties);

        Assert.That(octets, Is.EqualTo(Octets.Written((ref writer) => ContentHeader.Write(ref writer, 7, properties))));
        Assert.That(octets, Has.Length.GreaterThan(5000));
    }

    [Test]
    public void Fewer_than_12_octets_are_refused([Range(0, 11)] int length) => Assert.That(
        Refusal.Of(() => ContentHeader.Read(new byte[length])),
        Does.StartWith("FRAME_ERROR - type 2, all octets = <<").And.EndsWith(">>: unknown_frame"));

    [TestCase("003C 0000", null)]
    [TestCase("003C 0001", "UNEXPECTED_FRAME - expected content header for class 60, got non content header frame instead")]
    [TestCase("0032 0000", "UNEXPECTED_FRAME - expected content header for class 60, got one for class 50 instead")]
    [TestCase("0032 0001", "UNEXPECTED_FRAME - expected content header for class 60, got non content header frame instead")]
    public void Only_a_header_of_basic_without_weight_follows_a_publish(string hex, string? text) => Assert.That(
        Refusal.Of(() => ContentHeader.Read(Octets.Hex(hex + "0000000000000000")).CheckFollowsPublish()),
        Is.EqualTo(text));
}
