using System.ComponentModel;
using AmqpBroker.Server.Hosting;

namespace AmqpBroker.Server.Tests.Hosting;

public sealed class ByteSizeTests
{
    private const long Memory = 1000;

    [TestCase("0", 0)]
    [TestCase("17", 17)]
    [TestCase("17B", 17)]
    [TestCase("1kB", 1_000)]
    [TestCase("1KiB", 1_024)]
    [TestCase("1k", 1_024)]
    [TestCase("256MB", 256_000_000)]
    [TestCase("256 mib", 256L << 20)]
    [TestCase("2GB", 2_000_000_000)]
    [TestCase("2G", 2L << 30)]
    [TestCase("3TB", 3_000_000_000_000)]
    [TestCase("3TiB", 3L << 40)]
    [TestCase("40%", 400)]
    [TestCase(" 100 % ", 1000)]
    public void Units_are_read_as_RabbitMQ_reads_them(string text, long bytes)
    {
        Assert.That(ByteSize.TryParse(text, out var size), Is.True);
        Assert.That(size.ToBytes(Memory), Is.EqualTo(bytes));
    }

    [TestCase("")]
    [TestCase("MB")]
    [TestCase("-1")]
    [TestCase("1.5GB")]
    [TestCase("1XB")]
    [TestCase("1iB")]
    [TestCase("101%")]
    [TestCase("9223372036854775808")]
    [TestCase("9000000TiB")]
    public void Anything_else_is_refused(string text) => Assert.That(ByteSize.TryParse(text, out _), Is.False);

    [TestCase("50000000", "50MB")]
    [TestCase("1024MiB", "1GiB")]
    [TestCase("1001", "1001")]
    [TestCase("0", "0")]
    [TestCase("60%", "60%")]
    public void It_is_shown_with_the_largest_unit_that_fits(string text, string shown)
    {
        Assert.That(ByteSize.TryParse(text, out var size), Is.True);
        Assert.That(size.ToString(), Is.EqualTo(shown));
    }

    [Test]
    public void Configuration_binders_find_how_to_read_it() =>
        Assert.That(TypeDescriptor.GetConverter(typeof(ByteSize)).ConvertFromInvariantString("1MiB"), Is.EqualTo(ByteSize.FromBytes(1 << 20)));

    [TestCase(-1)]
    [TestCase(101)]
    public void A_percentage_goes_from_0_to_100(int percentage) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => ByteSize.FromPercentage(percentage));
}
