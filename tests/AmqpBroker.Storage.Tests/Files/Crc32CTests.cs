using System.Text;
using AmqpBroker.Storage.Files;

namespace AmqpBroker.Storage.Tests.Files;

public sealed class Crc32CTests
{
    // The check value of the catalogue of CRCs, and the vectors of RFC 3720, appendix B.4.
    [TestCase("123456789", 0xE3069283u)]
    [TestCase("", 0u)]
    public void It_is_the_one_others_compute(string text, uint checksum) =>
        Assert.That(Crc32C.Of(Encoding.ASCII.GetBytes(text)), Is.EqualTo(checksum));

    [TestCase(0x00, 0x8A9136AAu)]
    [TestCase(0xFF, 0x62A8AB43u)]
    public void Thirty_two_equal_bytes_give_what_the_standard_says(byte value, uint checksum) =>
        Assert.That(Crc32C.Of(Enumerable.Repeat(value, 32).ToArray()), Is.EqualTo(checksum));

    [Test]
    public void Pieces_give_what_the_whole_gives()
    {
        var bytes = Enumerable.Range(0, 100).Select(i => (byte)(i * 37)).ToArray();

        for (var cut = 0; cut <= bytes.Length; cut++)
        {
            var first = Crc32C.Append(Crc32C.Seed, bytes.AsSpan(0, cut));
            Assert.That(~Crc32C.Append(first, bytes.AsSpan(cut)), Is.EqualTo(Crc32C.Of(bytes)));
        }
    }
}
