using AmqpBroker.Protocol.Content;
using AmqpBroker.Protocol.Fields;
using FsCheck.Fluent;

namespace AmqpBroker.Protocol.Tests.Content;

public sealed class ContentHeaderEditTests
{
    [Test]
    public void One_header_is_set_and_everything_else_stays() => Property.Holds(
        Generate.Properties.SelectMany(_ => Generate.Octet, (properties, count) => (properties, count)),
        given =>
        {
            var (properties, count) = given;
            var old = properties.Headers ?? FieldTable.Empty;
            var expected = old.ToBuilder().Remove("n").Add("n", (long)count).Build();

            var edited = ContentHeader.Read(ContentHeaderEdit.SetHeader(Encode(properties), "n"u8, count));

            Assert.That(BasicProperties.Read(edited.Properties), Is.EqualTo(properties with { Headers = expected }));
            Assert.That(edited.BodySize, Is.EqualTo(77));
        });

    [Test]
    public void A_header_of_that_name_gives_way_wherever_it_stands()
    {
        var headers = new FieldTableBuilder().Add("n", "before").Add("a", 1).Add("n", 2).Add("b", true).Build();

        var edited = ContentHeader.Read(ContentHeaderEdit.SetHeader(Encode(new BasicProperties { Headers = headers, Type = "t" }), "n"u8, -5));

        var expected = new FieldTableBuilder().Add("a", 1).Add("b", true).Add("n", -5L).Build();
        Assert.That(BasicProperties.Read(edited.Properties), Is.EqualTo(new BasicProperties { Headers = expected, Type = "t" }));
    }

    private static byte[] Encode(BasicProperties properties)
    {
        var writer = new WireWriter(stackalloc byte[256]);
        try
        {
            ContentHeader.Write(ref writer, 77, properties);
            return writer.Written.ToArray();
        }
        finally
        {
            writer.Dispose();
        }
    }
}
