using FsCheck.Fluent;

namespace AmqpBroker.Protocol.Tests.Methods;

public sealed class MethodPropertyTests
{
    private const int Runs = 60;

    private static IEnumerable<MethodUnderTest> Methods => MethodUnderTest.All;

    [Test]
    public void There_is_a_struct_for_every_method() =>
        Assert.That(Methods.Select(method => method.Id), Is.EquivalentTo(Enum.GetValues<MethodId>()));

    [TestCaseSource(nameof(Methods))]
    public void What_is_written_is_read_again(MethodUnderTest method) => Property.Holds(
        method.Arbitrary(),
        written =>
        {
            var octets = method.Encode(written);

            var read = method.Decode(octets);

            Assert.That(method.Encode(read), Is.EqualTo(octets));
            Assert.That(read.ToString(), Is.EqualTo(written.ToString()), "fields in another order");
        },
        Runs);

    [TestCaseSource(nameof(Methods))]
    public void An_octet_too_many_or_too_few_cannot_be_decoded(MethodUnderTest method) => Property.Holds(
        method.Arbitrary(),
        written =>
        {
            var octets = method.Encode(written);

            var longer = Assert.Throws<ConnectionException>(() => method.Decode([.. octets, 0]));
            Assert.That((longer!.Code, longer.Method), Is.EqualTo((ReplyCode.FrameError, method.Id)));
            if (octets.Length > 4)
            {
                var shorter = Assert.Throws<ConnectionException>(() => method.Decode(octets[..^1]));
                Assert.That((shorter!.Code, shorter.Method), Is.EqualTo((ReplyCode.FrameError, method.Id)));
            }
        },
        Runs);

    [TestCaseSource(nameof(Methods))]
    public void Mutated_octets_are_read_or_refused_with_a_close(MethodUnderTest method) => Property.Holds(
        method.Arbitrary().SelectMany(written => Generate.Mutation(method.Encode(written))),
        octets => Refusal.Of(() => method.Decode(octets)),
        Runs);

    [TestCaseSource(nameof(Methods))]
    public void Noise_is_read_or_refused_with_a_close(MethodUnderTest method) => Property.Holds(
        Generate.Noise,
        octets => Refusal.Of(() => method.Decode(octets)),
        Runs);
}
