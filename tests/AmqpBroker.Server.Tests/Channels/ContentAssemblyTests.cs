using AmqpBroker.Core.Routing;
using AmqpBroker.Core.VirtualHosts;
using AmqpBroker.Protocol;
using AmqpBroker.Protocol.Content;
using AmqpBroker.Server.Channels;
using AmqpBroker.TestKit.Wire;
using FsCheck.Fluent;
using Property = AmqpBroker.Protocol.Tests.Property;

namespace AmqpBroker.Server.Tests.Channels;

public sealed class ContentAssemblyTests
{
    private const int NoLimit = int.MaxValue;

    private readonly ContentAssembly _content = new();

    [Test]
    public void A_body_in_one_piece_is_not_copied()
    {
        var body = new byte[10];
        Begin(10);

        Assert.That(_content.TryTakeBody(body, NoLimit, out var whole), Is.True);

        Assert.That(whole.Equals(body), Is.True);
        Assert.That(_content.OwnsMemory, Is.False);
    }

    [Test]
    public void A_body_in_pieces_is_put_together() => Property.Holds(
        Gen.Choose(0, 5000).ArrayOf().Where(sizes => sizes.Sum() > 0),
        sizes =>
        {
            var content = new ContentAssembly();
            var body = new byte[sizes.Sum()];
            new Random(body.Length).NextBytes(body);
            content.Begin(SomeRoute(), isMandatory: false);
            content.TakeHeader(Header((ulong)body.Length));

            var start = 0;
            foreach (var size in sizes)
            {
                // Borrowed memory is overwritten after the call, as a receive buffer is.
                var piece = body.AsSpan(start, size).ToArray();
                var isWhole = content.TryTakeBody(piece, NoLimit, out var whole);
                start += size;
                if (isWhole)
                {
                    Assert.That(whole.Span.SequenceEqual(body), Is.True);
                    Assert.That(start, Is.EqualTo(body.Length));
                    break;
                }

                Array.Clear(piece);
            }

            content.Reset();
            Assert.That(content.IsHeaderDue || content.IsBodyDue || content.OwnsMemory, Is.False);
        });

    [Test]
    public void A_kept_header_outlives_the_receive_buffer()
    {
        var header = Header(10);
        var expected = header.ToArray();
        _content.Begin(SomeRoute(), isMandatory: true);
        _content.TakeHeader(header);

        _content.Keep();
        Array.Clear(header);

        Assert.That(_content.Header.ToArray(), Is.EqualTo(expected));
        Assert.That(_content.OwnsMemory, Is.True);
        _content.Reset();
    }

    [Test]
    public void More_than_was_announced_is_refused_in_any_piece([Values(0, 5, 10)] int before)
    {
        Begin(10);
        if (before is > 0 and < 10)
        {
            _content.TryTakeBody(new byte[before], NoLimit, out _);
        }

        var tooMuch = new byte[11 - before + (before == 10 ? 10 : 0)];
        Assert.That(() => _content.TryTakeBody(tooMuch, NoLimit, out _), Throws.TypeOf<ConnectionException>());
    }

    [Test]
    public void Of_a_body_over_the_limit_nothing_is_kept()
    {
        Begin(100);
        for (var i = 0; i < 9; i++)
        {
            Assert.That(_content.TryTakeBody(new byte[10], 99, out _), Is.False);
            Assert.That(_content.OwnsMemory, Is.False);
        }

        Assert.That(_content.TryTakeBody(new byte[10], 99, out var body), Is.True);
        Assert.That((_content.BodySize, body.Length), Is.EqualTo((100, 0)));
    }

    private static byte[] Header(ulong size) => RawAmqpClient.EncodeHeader(size, BasicProperties.Empty);

    private static Route SomeRoute() => new RouteCache(new VirtualHost("/")).Find([0, 1, (byte)'q']);

    private void Begin(ulong size)
    {
        _content.Begin(SomeRoute(), isMandatory: false);
        _content.TakeHeader(Header(size));
    }
}
