using AmqpBroker.Protocol.Content;
using AmqpBroker.Protocol.Fields;

namespace AmqpBroker.Protocol.Tests.Content;

public sealed class BasicPropertiesTests
{
    private const string AllOctets =
        "FFFC" + "0161" + "0162" + "00000003 016B56" + "02" + "09" + "0163" + "0164" + "0165" + "0166" +
        "0000000000000007" + "0167" + "0168" + "0169" + "016A";

    private static readonly BasicProperties All = new()
    {
        ContentType = "a",
        ContentEncoding = "b",
        Headers = new FieldTableBuilder().Add("k", FieldValue.Void).Build(),
        DeliveryMode = 2,
        Priority = 9,
        CorrelationId = "c",
        ReplyTo = "d",
        Expiration = "e",
        MessageId = "f",
        Timestamp = 7,
        Type = "g",
        UserId = "h",
        AppId = "i",
        ClusterId = "j",
    };

    [Test]
    public void All_14_have_their_place()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(All.ToArray(), Is.EqualTo(Octets.Hex(AllOctets)));
            Assert.That(BasicProperties.Read(Octets.Hex(AllOctets)), Is.EqualTo(All));
        }
    }

    [Test]
    public void None_is_two_octets()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(BasicProperties.Empty.ToArray(), Is.EqualTo(Octets.Hex("0000")));
            Assert.That(BasicProperties.Read(Octets.Hex("0000")), Is.EqualTo(BasicProperties.Empty));
        }
    }

    [Test]
    public void Present_and_empty_is_not_absent() =>
        Assert.That(BasicProperties.Read(Octets.Hex("0010 00")).UserId, Is.Empty);

    [Test]
    public void The_bit_without_meaning_is_ignored() =>
        Assert.That(BasicProperties.Read(Octets.Hex("1002 02")), Is.EqualTo(new BasicProperties { DeliveryMode = 2 }));

    [Test]
    public void What_is_written_is_read_again() => Property.Holds(
        Generate.Properties,
        properties => Assert.That(BasicProperties.Read(properties.ToArray()), Is.EqualTo(properties)));
}
