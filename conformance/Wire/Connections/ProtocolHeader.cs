using System.Text;
using AmqpBroker.ConformanceTests.Wire.Client;
using NUnit.Framework;

namespace AmqpBroker.ConformanceTests.Wire.Connections;

public sealed class ProtocolHeader : Rules
{
    private static readonly byte[] Supported = [.. "AMQP"u8, 0, 0, 9, 1];

    [Test]
    public async Task Of_0_9_1_is_answered_with_connection_start()
    {
        await using var client = await WireClient.ConnectAsync();

        await client.SendProtocolHeaderAsync();

        await client.ExpectAsync("connection.start", channel: 0);
    }

    [Test]
    public async Task May_come_in_pieces()
    {
        await using var client = await WireClient.ConnectAsync();

        await client.SendAsync(Supported[..3]);
        await client.SendAsync(Supported[3..7]);
        await client.SendAsync(Supported[7..]);

        await client.ExpectAsync("connection.start", channel: 0);
    }

    [Test]
    public async Task Of_0_9_is_served_as_0_9_1()
    {
        await using var client = await WireClient.ConnectAsync();

        await client.SendAsync([.. "AMQP"u8, 1, 1, 0, 9]);

        var start = await client.ExpectAsync("connection.start", channel: 0);
        Assert.That((start.Number("version-major"), start.Number("version-minor")), Is.EqualTo((0, 9)));
    }

    [Test]
    public Task Of_0_8_is_answered_with_the_supported_one_and_the_end() => ExpectRefusalAsync([.. "AMQP"u8, 1, 1, 8, 0]);

    [Test]
    public Task Of_0_9_0_is_answered_with_the_supported_one_and_the_end() => ExpectRefusalAsync([.. "AMQP"u8, 0, 0, 9, 0]);

    [Test]
    public Task Of_0_10_is_answered_with_the_supported_one_and_the_end() => ExpectRefusalAsync([.. "AMQP"u8, 0, 0, 10, 0]);

    [Test]
    public Task Of_1_0_is_answered_with_the_supported_one_and_the_end() => ExpectRefusalAsync([.. "AMQP"u8, 0, 1, 0, 0]);

    [Test]
    public Task Of_1_0_with_SASL_is_answered_with_the_supported_one_and_the_end() => ExpectRefusalAsync([.. "AMQP"u8, 3, 1, 0, 0]);

    [Test]
    public Task Of_another_protocol_is_answered_with_the_supported_one_and_the_end() =>
        ExpectRefusalAsync(Encoding.ASCII.GetBytes("GET / HTTP/1.1\r\n"));

    [Test]
    public async Task That_stays_incomplete_is_dropped_without_an_answer()
    {
        await using var client = await WireClient.ConnectAsync();

        await client.SendAsync("AMQP"u8.ToArray());

        await client.ExpectEndAsync();
    }

    private static async Task ExpectRefusalAsync(byte[] octets)
    {
        await using var client = await WireClient.ConnectAsync();

        await client.SendAsync(octets);

        Assert.That(await client.ReceiveOctetsAsync(Supported.Length), Is.EqualTo(Supported));
        await client.ExpectEndAsync();
    }
}
