using AmqpBroker.Protocol.Fields;

namespace AmqpBroker.Protocol.Tests.Fields;

public sealed class WireWriterTests
{
    [Test]
    public void Integers_are_big_endian() => Assert.That(
        Octets.Written((ref writer) =>
        {
            writer.WriteOctet(1);
            writer.WriteShort(0x0203);
            writer.WriteLong(0x04050607);
            writer.WriteLongLong(0x08090A0B0C0D0E0F);
        }),
        Is.EqualTo(Octets.Hex("01 0203 04050607 08090A0B0C0D0E0F")));

    [Test]
    public void The_first_bit_is_the_lowest() => Assert.That(
        Octets.Written((ref writer) => writer.WriteBits(true, false, false, true, true)),
        Is.EqualTo(Octets.Hex("19")));

    [Test]
    public void Strings_have_their_length_before_them() => Assert.That(
        Octets.Written((ref writer) =>
        {
            writer.WriteShortString("é");
            writer.WriteLongString("é");
            writer.WriteLongString("a"u8);
            writer.WriteShortString((string?)null);
        }),
        Is.EqualTo(Octets.Hex("02 C3A9 00000002 C3A9 00000001 61 00")));

    [Test]
    public void Memory_that_suffices_is_not_left()
    {
        Span<byte> memory = stackalloc byte[3];
        var writer = new WireWriter(memory);

        writer.WriteOctet(7);
        writer.WriteShort(8);
        writer.Dispose();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(writer.HasMoved, Is.False);
            Assert.That(memory.ToArray(), Is.EqualTo(Octets.Hex("07 0008")));
        }
    }

    [Test]
    public void What_was_written_moves_along_when_memory_runs_out([Range(0, 12)] int size)
    {
        var writer = new WireWriter(new byte[size]);
        for (byte i = 0; i < 200; i++)
        {
            writer.WriteOctet(i);
        }

        var written = writer.Written.ToArray();
        writer.Dispose();

        Assert.That(written, Is.EqualTo(Enumerable.Range(0, 200).Select(i => (byte)i)));
    }

    [Test]
    public void A_short_string_of_256_octets_is_refused() => Assert.That(
        () => Octets.Written((ref writer) => writer.WriteShortString(new byte[256])), Throws.ArgumentException);
}
