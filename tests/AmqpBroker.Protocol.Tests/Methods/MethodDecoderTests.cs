using AmqpBroker.Protocol.Fields;
using AmqpBroker.Protocol.Methods;

namespace AmqpBroker.Protocol.Tests.Methods;

public sealed class MethodDecoderTests
{
    [Test]
    public void The_id_is_read_from_the_front_of_a_payload() =>
        Assert.That(MethodDecoder.ReadId([0, 60, 0, 40, 1, 2, 3]), Is.EqualTo(MethodId.BasicPublish));

    [Test]
    public void A_payload_too_short_for_an_id_is_refused([Range(0, 3)] int length) => Assert.That(
        Refusal.Of(() => MethodDecoder.ReadId(new byte[length])),
        Does.StartWith("FRAME_ERROR - type 1, all octets = <<").And.EndsWith(">>: unknown_frame"));

    [TestCase("00320014 0000036162", "FRAME_ERROR - cannot decode <<0,0,3,97,98>>", Description = "cut off")]
    [TestCase("00320014 0000 0161 0178 0172 00 00000000 FF", "FRAME_ERROR - cannot decode <<0,0,1,97,1,120,1,114,0,0,0,0,0,255>>", Description = "one octet over")]
    [TestCase("00320014 0000 0161 0178 0172 00 FFFFFFFF", "FRAME_ERROR - cannot decode <<0,0,1,97,1,120,1,114,0,255,255,255,255>>", Description = "table longer than the frame")]
    [TestCase("00320014 0000 01FF 0178 0172 00 00000000", "FRAME_ERROR - Malformed UTF-8 in shortstr")]
    [TestCase("00320014 0000 0161 0178 0172 00 00000003 016B5A", "SYNTAX_ERROR - malformed field table: unknown field type 90")]
    [TestCase("00320014 0000 0161 0178 0172 00 00000007 016B53 00000001", "SYNTAX_ERROR - malformed field table: it ends inside an entry")]
    public void A_malformed_method_is_refused_with_a_reason(string hex, string text) => Assert.That(
        () => MethodDecoder.Decode<QueueBind>(Octets.Hex(hex)),
        Throws.TypeOf<ConnectionException>().With.Property(nameof(AmqpException.ReplyText)).EqualTo(text));

    [Test]
    public void A_ticket_of_any_value_is_dropped() => Assert.That(
        MethodDecoder.Decode<BasicGet>(Octets.Hex("003C0046 FFFF 0161 01")),
        Is.EqualTo(new BasicGet("a", NoAck: true)));

    [Test]
    public void Bits_beyond_the_fields_are_ignored() => Assert.That(
        MethodDecoder.Decode<BasicReject>(Octets.Hex("003C005A 0000000000000001 FE")),
        Is.EqualTo(new BasicReject(1, Requeue: false)));

    [Test]
    public void Fields_never_set_are_written_as_empty_ones()
    {
        var octets = Octets.Payload(new QueueDeclare { Durable = true });

        Assert.That(octets, Is.EqualTo(Octets.Payload(new QueueDeclare("", false, true, false, false, false, FieldTable.Empty))));
    }

    [Test]
    public void A_string_over_255_octets_cannot_be_written() =>
        Assert.That(() => Octets.Payload(new BasicGet(new string('é', 128), true)), Throws.ArgumentException);
}
