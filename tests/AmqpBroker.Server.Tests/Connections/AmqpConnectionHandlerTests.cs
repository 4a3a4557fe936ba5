using AmqpBroker.Core;
using AmqpBroker.Protocol.Framing;
using AmqpBroker.Protocol.Methods;
using AmqpBroker.Server.Connections;
using AmqpBroker.Server.Tests.Harness;
using AmqpBroker.TestKit;
using Microsoft.Extensions.Logging.Abstractions;

namespace AmqpBroker.Server.Tests.Connections;

public sealed class AmqpConnectionHandlerTests
{
    private readonly FakeTimeProvider _clock = new();

    [Test]
    public async Task A_connection_is_ticked_as_long_as_it_is_served()
    {
        using var ticker = new ConnectionTicker(_clock);
        var handler = Handler(ticker);
        var transport = new PipeTransport(1000, 1000);

        var served = handler.OnConnectedAsync(transport);
        Assert.That(ticker.Count, Is.EqualTo(1));
        _clock.Advance(TimeSpan.FromSeconds(10));
        await served.WaitAsync(TestClient.Deadline);

        Assert.That(ticker.Count, Is.Zero);
    }

    [Test]
    public async Task A_client_that_comes_while_the_broker_stops_is_not_served()
    {
        using var ticker = new ConnectionTicker(_clock);
        var handler = Handler(ticker);
        handler.Shutdown();
        var transport = new PipeTransport(1000, 1000);

        await handler.OnConnectedAsync(transport).WaitAsync(TestClient.Deadline);

        Assert.That(transport.ClientInput.TryRead(out _), Is.False, "nothing is said before the protocol is named");
    }

    [Test]
    public async Task A_shutdown_reaches_every_connection()
    {
        using var ticker = new ConnectionTicker(_clock);
        var handler = Handler(ticker);
        PipeTransport[] transports = [new(1000, 10_000), new(1000, 10_000)];
        var served = Array.ConvertAll(transports, transport => handler.OnConnectedAsync(transport));
        foreach (var transport in transports)
        {
            await transport.ClientOutput.WriteAsync(FrameConstants.ProtocolHeader.ToArray());
            var started = await transport.ClientInput.ReadAsync();
            transport.ClientInput.AdvanceTo(started.Buffer.End);
        }

        handler.Shutdown();

        foreach (var transport in transports)
        {
            var buffer = (await transport.ClientInput.ReadAsync()).Buffer;
            Assert.That(FrameReader.TryRead(ref buffer, 4096, out var frame), Is.True);
            Assert.That(MethodDecoder.ReadId(frame.Payload.FirstSpan), Is.EqualTo(Protocol.MethodId.ConnectionClose));
            await transport.ClientOutput.CompleteAsync();
        }

        await Task.WhenAll(served).WaitAsync(TestClient.Deadline);
    }

    private AmqpConnectionHandler Handler(ConnectionTicker ticker) => new(
        new Broker(_clock),
        BrokerUnderTest.UsualSettings,
        ticker,
        NullLogger<AmqpConnectionHandler>.Instance);
}
