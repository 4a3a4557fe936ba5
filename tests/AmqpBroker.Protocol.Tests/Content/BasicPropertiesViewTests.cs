using AmqpBroker.Protocol.Content;
using AmqpBroker.Protocol.Fields;
using FsCheck.Fluent;

namespace AmqpBroker.Protocol.Tests.Content;

public sealed class BasicPropertiesViewTests
{
    [Test]
    public void It_agrees_with_the_decoded_properties() => Property.Holds(
        Generate.Properties,
        properties =>
        {
            var view = BasicPropertiesView.Parse(properties.ToArray());

            var seen = new BasicProperties
            {
                ContentType = Text(view, PropertyFlags.ContentType, view.ContentType),
                ContentEncoding = properties.ContentEncoding,
                Headers = view.Has(PropertyFlags.Headers) ? FieldTable.Read(view.Headers) : null,
                DeliveryMode = view.Has(PropertyFlags.DeliveryMode) ? view.DeliveryMode : null,
                Priority = view.Has(PropertyFlags.Priority) ? view.Priority : null,
                CorrelationId = Text(view, PropertyFlags.CorrelationId, view.CorrelationId),
                ReplyTo = Text(view, PropertyFlags.ReplyTo, view.ReplyTo),
                Expiration = Text(view, PropertyFlags.Expiration, view.Expiration),
                MessageId = Text(view, PropertyFlags.MessageId, view.MessageId),
                Timestamp = view.Has(PropertyFlags.Timestamp) ? view.Timestamp : null,
                Type = properties.Type,
                UserId = Text(view, PropertyFlags.UserId, view.UserId),
                AppId = properties.AppId,
                ClusterId = properties.ClusterId,
            };
            Assert.That(seen, Is.EqualTo(properties));
        });

    [TestCase("", "SYNTAX_ERROR - malformed content properties", Description = "no flags")]
    [TestCase("00", "SYNTAX_ERROR - malformed content properties", Description = "half the flags")]
    [TestCase("1000", "SYNTAX_ERROR - malformed content properties", Description = "a flag without its value")]
    [TestCase("0000 02", "SYNTAX_ERROR - malformed content properties", Description = "a value without its flag")]
    [TestCase("0001", "SYNTAX_ERROR - malformed content properties", Description = "continuation")]
    [TestCase("0001 0000", "SYNTAX_ERROR - malformed content properties", Description = "continuation that goes on")]
    [TestCase("2000 00000001 05", "SYNTAX_ERROR - malformed field table: it ends inside an entry")]
    [TestCase("2000 FFFFFFFF", "SYNTAX_ERROR - malformed content properties", Description = "headers longer than the frame")]
    [TestCase("0002", null, Description = "the bit without meaning")]
    public void Malformed_properties_are_refused(string hex, string? text)
    {
        var octets = Octets.Hex(hex);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Refusal.Of(() => BasicPropertiesView.Parse(octets)), Is.EqualTo(text));
            Assert.That(Refusal.Of(() => BasicProperties.Read(octets)), Is.EqualTo(text));
        }
    }

    [Test]
    public void Both_refuse_the_same_mutations() => Property.Holds(
        Generate.Properties.SelectMany(properties => Generate.Mutation(properties.ToArray())),
        octets => Assert.That(
            Refusal.Of(() => BasicPropertiesView.Parse(octets)),
            Is.EqualTo(Refusal.Of(() => BasicProperties.Read(octets)))),
        runs: 2000);

    [Test]
    public void Both_refuse_the_same_noise() => Property.Holds(
        Generate.Noise,
        octets => Assert.That(
            Refusal.Of(() => BasicPropertiesView.Parse(octets)),
            Is.EqualTo(Refusal.Of(() => BasicProperties.Read(octets)))),
        runs: 2000);

    [Test]
    public void Both_refuse_the_same_nesting() => Property.Holds(
        Generate.Nested(FieldTypes.MaxDepth - 5, FieldTypes.MaxDepth + 5),
        table =>
        {
            var octets = Headers(table.ToContent());
            Assert.That(Refusal.Of(() => BasicPropertiesView.Parse(octets)), Is.EqualTo(Refusal.Of(() => BasicProperties.Read(octets))));
        });

    [TestCase(FieldTypes.MaxDepth, ExpectedResult = null)]
    [TestCase(FieldTypes.MaxDepth + 1, ExpectedResult = "SYNTAX_ERROR - malformed field table: nested deeper than 64 levels")]
    public string? Both_know_the_same_depth(int depth)
    {
        var octets = Headers(Generate.Nested(depth, depth).Sample(1).Single().ToContent());
        var refusal = Refusal.Of(() => BasicPropertiesView.Parse(octets));

        Assert.That(Refusal.Of(() => BasicProperties.Read(octets)), Is.EqualTo(refusal));
        return refusal;
    }

    [Test]
    public void Both_know_the_same_types_by_the_same_length()
    {
        var verdicts =
            from type in Enumerable.Range(0, 256)
            from length in Enumerable.Range(0, 12)
            let octets = Headers([1, (byte)'a', (byte)type, .. new byte[length]])
            let view = Refusal.Of(() => BasicPropertiesView.Parse(octets))
            let decoded = Refusal.Of(() => BasicProperties.Read(octets))
            select (type, length, view, decoded);

        var all = verdicts.ToArray();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(all.Where(verdict => verdict.view != verdict.decoded), Is.Empty);
            var known = all.Where(verdict => verdict.view is null).Select(verdict => (char)verdict.type).Distinct();
            Assert.That(string.Concat(known.Order()), Is.EqualTo("ABDFILSTVbdfilstux"));
        }
    }

    [Test]
    public void Both_pass_what_is_not_text() => Property.Holds(
        Generate.Octet.ArrayOf(40),
        noise =>
        {
            byte[] name = [(byte)noise.Length, .. noise];
            byte[] entry = [.. name, (byte)FieldType.LongString, 0, 0, 0, (byte)noise.Length, .. noise];
            byte[] octets = [0xFF, 0xFC, .. name, .. name, 0, 0, 0, (byte)entry.Length, .. entry, 2, 0, .. Repeat(name, 4), .. new byte[8], .. Repeat(name, 4)];
            _ = BasicPropertiesView.Parse(octets);

            Assert.That(BasicProperties.Read(octets).ToArray(), Is.EqualTo(octets));
        });

    [Test]
    public void Parsing_allocates_nothing()
    {
        var octets = new BasicProperties
        {
            ContentType = "text/plain",
            DeliveryMode = 2,
            Headers = new FieldTableBuilder().Add("k", "v").Build(),
        }.ToArray();
        _ = BasicPropertiesView.Parse(octets);

        var before = GC.GetAllocatedBytesForCurrentThread();
        _ = BasicPropertiesView.Parse(octets);
        var after = GC.GetAllocatedBytesForCurrentThread();

        Assert.That(after - before, Is.Zero);
    }

    private static byte[] Headers(byte[] content) => [0x20, 0, 0, 0, (byte)(content.Length >> 8), (byte)content.Length, .. content];

    private static byte[] Repeat(byte[] octets, int times) => [.. Enumerable.Repeat(octets, times).SelectMany(repeated => repeated)];

    private static string? Text(BasicPropertiesView view, PropertyFlags flag, ReadOnlySpan<byte> octets) =>
        view.Has(flag) ? LenientUtf8.Decode(octets) : null;
}
