using AmqpBroker.ConformanceTests.Wire.Client;
using NUnit.Framework;

namespace AmqpBroker.ConformanceTests.Wire.Connections;

public sealed class ConnectionTune : Rules
{
    [TestCase("channel-max", 2_047)]
    [TestCase("frame-max", 131_072)]
    [TestCase("heartbeat", 60)]
    public async Task Offers(string field, long expected)
    {
        await using var client = await WireClient.ConnectAsync();

        await client.LogInAsync();

        Assert.That(client.Tune!.Number(field), Is.EqualTo(expected));
    }
}
