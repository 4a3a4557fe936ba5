using System.Text;
using AmqpBroker.Protocol.Methods;
using FsCheck.Fluent;

namespace AmqpBroker.Protocol.Tests.Methods;

public sealed class BasicPublishViewTests
{
    [Test]
    public void The_view_shows_the_fields_where_they_stand()
    {
        var view = BasicPublishView.Read(Octets.Hex("0000 0178 03612E62 01"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(view.Exchange.ToArray(), Is.EqualTo("x"u8.ToArray()));
            Assert.That(view.RoutingKey.ToArray(), Is.EqualTo("a.b"u8.ToArray()));
            Assert.That(view.Route.ToArray(), Is.EqualTo(Octets.Hex("0178 03612E62")));
            Assert.That(view.Mandatory, Is.True);
            Assert.That(view.Immediate, Is.False);
        }
    }

    [Test]
    public void It_agrees_with_the_struct_on_every_publish() => Property.Holds(
        from exchange in Generate.ShortString
        from routingKey in Generate.ShortString
        from bits in Generate.Bit.Two()
        select new BasicPublish(exchange, routingKey, bits.Item1, bits.Item2),
        publish =>
        {
            var view = BasicPublishView.Read(Octets.Payload(publish).AsSpan(4));

            var seen = new BasicPublish(
                Encoding.UTF8.GetString(view.Exchange), Encoding.UTF8.GetString(view.RoutingKey), view.Mandatory, view.Immediate);
            Assert.That(seen, Is.EqualTo(publish));
        });

    [Test]
    public void It_refuses_what_the_struct_refuses_with_the_same_words() => Property.Holds(
        Generate.ShortString.Two().SelectMany(names =>
            Generate.Mutation(Octets.Payload(new BasicPublish(names.Item1, names.Item2, true, false)))),
        payload =>
        {
            byte[] fields = [.. payload.Skip(4)];
            byte[] whole = [0, 60, 0, 40, .. fields];

            Assert.That(
                Refusal.Of(() => BasicPublishView.Read(fields)),
                Is.EqualTo(Refusal.Of(() => MethodDecoder.Decode<BasicPublish>(whole))));
        },
        runs: 3000);

    [Test]
    public void Reading_allocates_nothing()
    {
        var fields = Octets.Hex("0000 0178 03612E62 01");
        _ = BasicPublishView.Read(fields);

        var before = GC.GetAllocatedBytesForCurrentThread();
        _ = BasicPublishView.Read(fields);
        var after = GC.GetAllocatedBytesForCurrentThread();

        Assert.That(after - before, Is.Zero);
    }
}
