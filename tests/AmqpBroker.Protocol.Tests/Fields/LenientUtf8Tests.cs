using AmqpBroker.Protocol.Fields;
using FsCheck.Fluent;

namespace AmqpBroker.Protocol.Tests.Fields;

public sealed class LenientUtf8Tests
{
    [Test]
    public void Any_octets_survive() => Property.Holds(
        Generate.Block.Where(octets => octets.Length <= 255),
        octets => Assert.That(Encode(LenientUtf8.Decode(octets)), Is.EqualTo(octets)),
        runs: 2000);

    [Test]
    public void Valid_text_is_read_as_usual() =>
        Assert.That(LenientUtf8.Decode("aé€𝄞"u8), Is.EqualTo("aé€𝄞"));

    [Test]
    public void A_surrogate_that_stands_for_no_octet_becomes_a_question_mark() =>
        Assert.That(Encode("a\uD800b"), Is.EqualTo("a?b"u8.ToArray()));

    [Test]
    public void Text_that_does_not_fit_is_refused([Values("ab", "é", "\uDC80\uDC80")] string text) =>
        Assert.That(() => LenientUtf8.Encode(text, new byte[1]), Throws.ArgumentException);

    private static byte[] Encode(string text)
    {
        var octets = new byte[255];
        return octets[..LenientUtf8.Encode(text, octets)];
    }
}
