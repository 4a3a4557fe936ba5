using AmqpBroker.IntegrationTests.Support;
using AmqpBroker.Protocol.Methods;
using AmqpBroker.TestKit.Wire;
using NUnit.Framework;

namespace AmqpBroker.IntegrationTests.Wire;

public sealed class ProtocolHeaderTests
{
    private static readonly byte[] Supported = [.. "AMQP"u8, 0, 0, 9, 1];

    [TestCase("AMQP\0\0\t\0")]
    [TestCase("AMQP\0\0\n\0")]
    [TestCase("AMQP\0\u0001\0\0")]
    [TestCase("AMQP\u0003\u0001\0\0")]
    [TestCase("AMQP\u0002\u0001\0\0")]
    [TestCase("XXXX\0\0\t\u0001")]
    [TestCase("GET / HT")]
    [TestCase("HTTP/1.1")]
    [CancelAfter(Deadline.Normal)]
    public async Task Another_protocol_is_answered_with_the_one_spoken_here(string header, CancellationToken cancellationToken)
    {
        await using var client = await ConnectAsync(cancellationToken);

        await client.SendAsync(System.Text.Encoding.Latin1.GetBytes(header), cancellationToken);

        await AssertRefusedAsync(client, cancellationToken);
    }

    [Test]
    [CancelAfter(Deadline.Normal)]
    public async Task The_header_of_AMQP_0_9_is_taken_as_0_9_1(CancellationToken cancellationToken)
    {
        await using var client = await ConnectAsync(cancellationToken);

        await client.SendAsync(new byte[] { (byte)'A', (byte)'M', (byte)'Q', (byte)'P', 1, 1, 0, 9 }, cancellationToken);

        var start = await client.ExpectAsync<ConnectionStart>(cancellationToken);
        Assert.That((start.VersionMajor, start.VersionMinor), Is.EqualTo(((byte)0, (byte)9)));
    }

    [Test]
    [CancelAfter(Deadline.Normal)]
    public async Task A_header_may_come_octet_by_octet(CancellationToken cancellationToken)
    {
        await using var client = await ConnectAsync(cancellationToken);

        foreach (var octet in Supported)
        {
            await client.SendAsync(new[] { octet }, cancellationToken);
        }

        await client.ExpectAsync<ConnectionStart>(cancellationToken);
    }

    [Test]
    [CancelAfter(Deadline.Normal)]
    public async Task Garbage_harms_no_one_else(CancellationToken cancellationToken)
    {
        await using var other = await TestClient.ConnectAsync(cancellationToken);
        var garbage = new byte[100_000];
        new Random(1).NextBytes(garbage);
        for (var n = 0; n < 20; n++)
        {
            await using var client = await ConnectAsync(cancellationToken);
            await client.SendAsync(garbage.AsMemory(n * 8, 8), cancellationToken);
            await AssertRefusedAsync(client, cancellationToken);
        }

        var queue = await other.DeclareQueueAsync(cancellationToken);
        await other.PublishToQueueAsync(queue, ["unharmed"], cancellationToken);
        Assert.That(await other.DrainAsync(queue, cancellationToken), Is.EqualTo(new[] { "unharmed" }));
    }

    [Test]
    [OwnBroker("ends a refused socket in order")]
    [CancelAfter(Deadline.Normal)]
    public async Task A_refused_client_sees_an_orderly_end(CancellationToken cancellationToken)
    {
        // RabbitMQ resets the connection, which can cost the client the answer it has not read yet.
        await using var client = await ConnectAsync(cancellationToken);
        await client.SendAsync("GET / HT"u8.ToArray(), cancellationToken);
        await client.ReceiveAsync(cancellationToken);

        var end = await client.ExpectEndAsync(cancellationToken);

        Assert.That(end.IsReset, Is.False);
    }

    [Test]
    [Category("Slow")]
    [CancelAfter(Deadline.Normal)]
    public async Task Half_a_header_and_then_silence_ends_at_the_handshake_timeout(CancellationToken cancellationToken)
    {
        await using var client = await ConnectAsync(cancellationToken);

        await client.SendAsync("AMQP"u8.ToArray(), cancellationToken);

        await client.ExpectEndAsync(cancellationToken);
    }

    private static Task<RawAmqpClient> ConnectAsync(CancellationToken cancellationToken) =>
        RawAmqpClient.ConnectAsync(SharedBroker.Endpoint, HandshakeStage.Connected, cancellationToken);

    private static async Task AssertRefusedAsync(RawAmqpClient client, CancellationToken cancellationToken)
    {
        var answer = await client.ReceiveAsync(cancellationToken);
        Assert.That((answer as ReceivedProtocolHeader)?.Octets, Is.EqualTo(Supported), $"{answer}");
        await client.ExpectEndAsync(cancellationToken);
    }
}
