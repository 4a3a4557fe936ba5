using AmqpBroker.ConformanceTests.Wire.Client;
using NUnit.Framework;

namespace AmqpBroker.ConformanceTests.Wire;

/// <summary>What fixtures of rules about the wire share: the words of close methods, and how to tell a method's number.</summary>
public abstract class Rules
{
    /// <summary>A name that nothing else in the broker has.</summary>
    protected string Name { get; } = $"conformance.{Guid.NewGuid():N}";

    protected static string Vhost => Broker.Uri.VirtualHost;

    /// <summary>A queue as close texts name it.</summary>
    protected static string QueueNamed(string name) => $"queue '{name}' in vhost '{Vhost}'";

    /// <summary>An exchange as close texts name it.</summary>
    protected static string ExchangeNamed(string name) => $"exchange '{name}' in vhost '{Vhost}'";

    /// <summary>The next frame is connection.close with these words; after close-ok the socket ends.</summary>
    /// <param name="client">The connection.</param>
    /// <param name="code">The reply code.</param>
    /// <param name="text">The whole reply text, name included.</param>
    /// <param name="method">The failing method; null when there is none to blame.</param>
    protected static async Task ExpectConnectionCloseAsync(WireClient client, int code, string text, string? method)
    {
        ArgumentNullException.ThrowIfNull(client);
        AssertWords(await client.ExpectAsync("connection.close", channel: 0), code, text, method);
        await client.SendAsync(0, "connection.close-ok");
        await client.ExpectEndAsync();
    }

    /// <summary>The next frame is channel.close with these words; after close-ok the channel can be opened again.</summary>
    protected static async Task ExpectChannelCloseAsync(WireClient client, int code, string text, string method, int channel = 1)
    {
        ArgumentNullException.ThrowIfNull(client);
        AssertWords(await client.ExpectAsync("channel.close", channel), code, text, method);
        await client.SendAsync(channel, "channel.close-ok");
        await client.CallAsync(channel, "channel.open");
    }

    protected static void AssertWords(WireMethod close, int code, string text, string? method)
    {
        ArgumentNullException.ThrowIfNull(close);
        var blamed = method is null ? null : WireMethod.Of(method);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(close.Number("reply-code"), Is.EqualTo(code));
            Assert.That(close.Text("reply-text"), Is.EqualTo(Cut(text)));
            Assert.That((close.Number("class-id"), close.Number("method-id")), Is.EqualTo((blamed?.ClassId ?? 0, blamed?.MethodId ?? 0)));
        }
    }

    /// <summary>A short string holds 255 octets: longer texts are cut, and end in three dots.</summary>
    private static string Cut(string text) => text.Length > 255 ? $"{text[..252]}..." : text;
}
