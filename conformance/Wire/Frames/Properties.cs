using AmqpBroker.ConformanceTests.Wire.Client;
using NUnit.Framework;

namespace AmqpBroker.ConformanceTests.Wire.Frames;

/// <summary>Properties and field tables pass through the broker byte for byte.</summary>
public sealed class Properties : ChannelRules
{
    private static readonly TestCaseData[] Types =
    [
        Case("bool", new FieldValue('t', true)),
        Case("byte", new FieldValue('b', -5)),
        Case("unsignedbyte", new FieldValue('B', 250)),
        Case("short", new FieldValue('s', -30_000)),
        Case("unsignedshort", new FieldValue('u', 60_000)),
        Case("signedint", new FieldValue('I', -2_000_000_000)),
        Case("unsignedint", new FieldValue('i', 4_000_000_000L)),
        Case("long", new FieldValue('l', long.MinValue)),
        Case("long_L", new FieldValue('L', long.MaxValue)),
        Case("float", new FieldValue('f', 1.5f)),
        Case("double", new FieldValue('d', -2.25)),
        Case("decimal", new FieldValue('D', new byte[] { 2, 0, 0, 1, 0 })),
        Case("longstr", new FieldValue('S', "text")),
        Case("array", new FieldValue('A', new object?[] { 1, "two", null, false })),
        Case("timestamp", new FieldValue('T', 1_700_000_000UL)),
        Case("table", new FieldValue('F', new FieldTable { { "inner", new FieldTable { { "innermost", 1 } } } })),
        Case("void", new FieldValue('V', Value: null)),
        Case("binary", new FieldValue('x', new byte[] { 0, 255, 206 })),
    ];

    private static readonly TestCaseData[] Known =
    [
        Property("content-type", "text/plain"), Property("content-encoding", "gzip"), Property("delivery-mode", (byte)2),
        Property("priority", (byte)9), Property("correlation-id", "c"), Property("reply-to", "r"), Property("expiration", "60000"),
        Property("message-id", "m"), Property("timestamp", 1_700_000_000UL), Property("type", "t"), Property("user-id", "guest"),
        Property("app-id", "a"), Property("cluster-id", "x"),
    ];

    [TestCaseSource(nameof(Types))]
    public async Task Of_type(FieldValue value)
    {
        var sent = new WireProperties { ["headers"] = new FieldTable { { "header", value } } };

        Assert.That(await PassAsync(sent.Encode(bodySize: 0)), Is.EqualTo(sent.Encode(bodySize: 0)));
    }

    [TestCaseSource(nameof(Known))]
    public async Task Of_name(string name, object value)
    {
        var sent = new WireProperties { [name] = name == "user-id" ? Broker.Uri.User : value };

        Assert.That(await PassAsync(sent.Encode(bodySize: 0)), Is.EqualTo(sent.Encode(bodySize: 0)));
    }

    [Test]
    public async Task With_none_set()
    {
        var sent = new WireProperties().Encode(bodySize: 0);

        Assert.That(await PassAsync(sent), Is.EqualTo(sent));
    }

    [Test]
    public async Task With_a_header_twice()
    {
        var sent = new WireProperties { ["headers"] = new FieldTable { { "header", 1 }, { "header", 2 } } }.Encode(bodySize: 0);

        Assert.That(await PassAsync(sent), Is.EqualTo(sent));
    }

    [Test]
    public async Task With_headers_larger_than_frame_max_of_the_consumer()
    {
        var sent = new WireProperties { ["headers"] = new FieldTable { { "header", new string('x', 9_000) } } }.Encode(bodySize: 0);
        await using var small = await WireClient.OpenAsync(frameMax: 4_096);
        await small.CallAsync(1, "channel.open");
        await DeclareAsync(Name, "queue.declare");
        await SendAsync("basic.publish", ("routing-key", Name));
        await Client.SendAsync(new Frame(Frame.Header, 1, sent));
        await ExpectNothingAsync();

        await small.SendAsync(1, "basic.get", ("queue", Name), ("no-ack", true));

        await small.ExpectAsync("basic.get-ok");
        Assert.That((await small.ReceiveAsync())!.Payload, Is.EqualTo(sent));
    }

    private static TestCaseData Case(string name, FieldValue value) =>
        new TestCaseData(value).SetName($"Of_type_{name}_pass_through");

    private static TestCaseData Property(string name, object value) =>
        new TestCaseData(name, value).SetName($"Of_name_{name.Replace('-', '_')}_pass_through");

    private async Task<byte[]> PassAsync(byte[] header)
    {
        await DeclareQueueAsync();
        await SendAsync("basic.publish", ("routing-key", Name));
        await Client.SendAsync(new Frame(Frame.Header, 1, header));
        await SendAsync("basic.get", ("queue", Name), ("no-ack", true));
        await Client.ExpectAsync("basic.get-ok");
        return (await Client.ReceiveAsync())!.Payload;
    }
}
