using AmqpBroker.Protocol.Methods;
using AmqpBroker.TestKit.Wire;
using NUnit.Framework;

namespace AmqpBroker.IntegrationTests.Wire;

/// <summary>Assertions about how the broker closes channels and connections.</summary>
internal static class WireAssert
{
    /// <summary>The next event is this connection.close; after the client's close-ok the socket ends.</summary>
    public static async Task ConnectionClosedAsync(RawAmqpClient client, Closing expected, CancellationToken cancellationToken)
    {
        var close = await client.ExpectAsync<ConnectionClose>(cancellationToken);

        Assert.That(new Closing((int)close.ReplyCode, close.ReplyText, close.ClassId, close.MethodId), Is.EqualTo(expected));
        await client.SendAsync(0, new ConnectionCloseOk(), cancellationToken);
        await client.ExpectEndAsync(cancellationToken);
    }

    /// <summary>The next event is this channel.close on channel 1; after close-ok the channel can be opened again.</summary>
    public static async Task ChannelClosedAsync(RawAmqpClient client, Closing expected, CancellationToken cancellationToken)
    {
        var close = await client.ExpectAsync<ChannelClose>(cancellationToken);

        Assert.That(new Closing((int)close.ReplyCode, close.ReplyText, close.ClassId, close.MethodId), Is.EqualTo(expected));
        await client.SendAsync(1, new ChannelCloseOk(), cancellationToken);
        await client.OpenChannelAsync(1, cancellationToken);
    }
}
