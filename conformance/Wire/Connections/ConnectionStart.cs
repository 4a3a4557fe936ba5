using AmqpBroker.ConformanceTests.Wire.Client;
using NUnit.Framework;

namespace AmqpBroker.ConformanceTests.Wire.Connections;

public sealed class ConnectionStart : Rules
{
    private static readonly string[] Capabilities =
    [
        "publisher_confirms", "exchange_exchange_bindings", "basic.nack", "consumer_cancel_notify", "connection.blocked",
        "consumer_priorities", "authentication_failure_close", "per_consumer_qos", "direct_reply_to",
    ];

    [Test]
    public async Task Says_version_0_9()
    {
        var start = await ReceiveAsync();

        Assert.That((start.Number("version-major"), start.Number("version-minor")), Is.EqualTo((0, 9)));
    }

    [Test]
    public async Task Offers_PLAIN_and_AMQPLAIN_separated_by_blanks()
    {
        var start = await ReceiveAsync();

        Assert.That(start.Text("mechanisms").Split(' '), Is.SupersetOf(new[] { "PLAIN", "AMQPLAIN" }));
    }

    [Test]
    public async Task Offers_the_locale_en_US()
    {
        var start = await ReceiveAsync();

        Assert.That(start.Text("locales"), Is.EqualTo("en_US"));
    }

    [TestCaseSource(nameof(Capabilities))]
    public async Task Announces_the_capability(string name)
    {
        var start = await ReceiveAsync();

        var capabilities = (FieldTable)start.Table("server-properties").Find("capabilities")!.Value!;
        Assert.That(capabilities.Find(name), Is.EqualTo(new FieldValue('t', true)));
    }

    [TestCase("cluster_name")]
    [TestCase("copyright")]
    [TestCase("information")]
    [TestCase("platform")]
    [TestCase("product")]
    [TestCase("version")]
    public async Task Has_the_server_property_as_a_long_string(string name)
    {
        var start = await ReceiveAsync();

        Assert.That(start.Table("server-properties").Find(name)?.Type, Is.EqualTo('S'));
    }

    [Test]
    public async Task Says_that_the_product_is_AmqpBroker()
    {
        var start = await ReceiveAsync();

        Assert.That(start.Table("server-properties").Text("product"), Is.EqualTo("AmqpBroker"));
    }

    [Test]
    public async Task Sorts_the_server_properties_by_name()
    {
        var start = await ReceiveAsync();

        Assert.That(start.Table("server-properties").Select(property => property.Key), Is.Ordered.Using((IComparer<string>)StringComparer.Ordinal));
    }

    private static async Task<WireMethod> ReceiveAsync()
    {
        await using var client = await WireClient.ConnectAsync();
        await client.SendProtocolHeaderAsync();
        return await client.ExpectAsync("connection.start", channel: 0);
    }
}
