using System.Buffers;
using AmqpBroker.Protocol.Errors;

namespace AmqpBroker.Protocol.Tests.Errors;

public sealed class ErlangFormatTests
{
    [TestCase("", "<<>>")]
    [TestCase("00", "<<0>>")]
    [TestCase("0014000A", "<<0,20,0,10>>")]
    [TestCase("616263", "<<97,98,99>>")]
    public void Octets_are_decimal_numbers(string hex, string text) =>
        Assert.That(ErlangFormat.Octets(Octets.Hex(hex)), Is.EqualTo(text));

    [TestCase("", "<<>>")]
    [TestCase("616263", "<<\"abc\">>")]
    [TestCase("610A62", "<<\"a\\nb\">>")]
    [TestCase("22", "<<\"\\\"\">>")]
    [TestCase("5C", "<<\"\\\\\">>")]
    [TestCase("E9", "<<\"é\">>", Description = "Latin-1")]
    [TestCase("6100", "<<97,0>>")]
    [TestCase("617F", "<<97,127>>")]
    public void Printable_octets_are_quoted(string hex, string text) =>
        Assert.That(ErlangFormat.Binary(Octets.Hex(hex)), Is.EqualTo(text));

    [TestCase(16, "all octets = <<\"aaaaaaaaaaaaaaaa\">>")]
    [TestCase(17, "first 16 octets = <<\"aaaaaaaaaaaaaaaa\">>")]
    public void A_payload_is_shown_up_to_16_octets(int length, string text)
    {
        var payload = new byte[length];
        Array.Fill(payload, (byte)'a');

        Assert.That(ErlangFormat.Payload(new ReadOnlySequence<byte>(payload)), Is.EqualTo(text));
    }
}
