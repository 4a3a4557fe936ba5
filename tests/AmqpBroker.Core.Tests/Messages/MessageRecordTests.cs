using AmqpBroker.Core.Messages;
using FsCheck;
using FsCheck.Fluent;

namespace AmqpBroker.Core.Tests.Messages;

public sealed class MessageRecordTests
{
    private static readonly Gen<byte[]> Block = Gen.Choose(0, 255).Select(value => (byte)value).ArrayOf();

    private static readonly Gen<PublishedMessage> Message =
        from header in Block
        from body in Block
        from flags in Gen.Elements(MessageFlags.None, MessageFlags.Persistent)
        from priority in Gen.Choose(0, 255)
        select new PublishedMessage
        {
            Header = header,
            Body = body,
            Flags = flags,
            Priority = (byte)priority,
        };

    [Test]
    public void What_is_written_is_read() => Property.Holds(
        from message in Message
        from route in Block
        from now in Gen.Elements(1L, 1_900_000_000_000)
        from due in Gen.Elements(1L, 1_900_000_000_001, long.MaxValue)
        select (message, route, now, due),
        input =>
        {
            var (message, route, now, due) = input;
            var bytes = new byte[MessageRecord.LengthOf(route.Length, message)];
            MessageRecord.Write(bytes, route, message, now, due);

            var record = new MessageRecord(bytes);

            Assert.That((record.Flags, record.Priority, record.EnqueuedAt), Is.EqualTo((message.Flags, message.Priority, now)));
            Assert.That(record.ExpiresAt, Is.EqualTo(due == long.MaxValue ? 0 : due));
            Assert.That(MessageRecord.DueOf(bytes), Is.EqualTo(due));
            Assert.That(MessageRecord.PriorityOf(bytes), Is.EqualTo(message.Priority));
            Assert.That(record.Route.SequenceEqual(route), Is.True);
            Assert.That(record.Header.SequenceEqual(message.Header.Span), Is.True);
            Assert.That(record.Body.SequenceEqual(message.Body.Span), Is.True);
        });

    [Test]
    public void The_layout_is_fixed()
    {
        var message = new PublishedMessage
        {
            Header = new byte[] { 1, 2 },
            Body = new byte[] { 3 },
            Flags = MessageFlags.Persistent,
            Priority = 9,
        };
        var bytes = new byte[MessageRecord.LengthOf(2, message)];

        MessageRecord.Write(bytes, [0, 0], message, now: 0x0102, due: 0x0103);

        Assert.That(
            Convert.ToHexString(bytes),
            Is.EqualTo("01" + "09" + "0200" + "02000000" + "0201000000000000" + "0301000000000000" + "0000" + "0102" + "03"));
    }

    [Test]
    public void The_longest_route_fits()
    {
        var route = new byte[512];
        var message = new PublishedMessage { Header = default, Body = default };
        var bytes = new byte[MessageRecord.LengthOf(route.Length, message)];

        MessageRecord.Write(bytes, route, message, now: 1, due: long.MaxValue);

        Assert.That(new MessageRecord(bytes).Route.Length, Is.EqualTo(512));
    }
}
