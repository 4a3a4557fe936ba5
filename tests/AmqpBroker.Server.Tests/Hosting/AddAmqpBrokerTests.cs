using System.Net;
using System.Net.Sockets;
using AmqpBroker.Protocol.Methods;
using AmqpBroker.Server.Hosting;
using AmqpBroker.TestKit;
using AmqpBroker.TestKit.Wire;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace AmqpBroker.Server.Tests.Hosting;

public sealed class AddAmqpBrokerTests
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(20);

    [Test]
    [CancelAfter(30_000)]
    public async Task A_client_is_served_on_the_port_that_the_system_chose(CancellationToken cancellationToken)
    {
        using var host = Build();
        await host.StartAsync(cancellationToken);

        await using var client = await ConnectAsync(host, HandshakeStage.ChannelOpen, cancellationToken);

        var declared = await client.CallAsync<QueueDeclare, QueueDeclareOk>(1, new QueueDeclare { Queue = "q" }, cancellationToken);
        Assert.That(declared.Queue, Is.EqualTo("q"));
        await host.StopAsync(cancellationToken);
    }

    [Test]
    [CancelAfter(30_000)]
    public async Task A_port_in_use_is_told_in_one_line(CancellationToken cancellationToken)
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;
        using var host = Build(options => options.Amqp.Port = port);

        var error = await Assert.ThrowsAsync<AmqpBrokerStartException>(() => host.StartAsync(cancellationToken));
        Assert.That(error!.Message, Does.StartWith($"port {port} on 127.0.0.1 is already in use").And.Not.Contain("\n"));
    }

    [Test]
    [CancelAfter(30_000)]
    public async Task Settings_that_cannot_be_are_told_all_at_once(CancellationToken cancellationToken)
    {
        using var host = Build(options =>
        {
            options.Amqp.FrameMax = 1;
            options.Amqp.ChannelMax = 0;
        });

        var error = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync(cancellationToken));
        Assert.That(error!.Message, Does.Contain("FrameMax").And.Contain("ChannelMax"));
    }

    [Test]
    [CancelAfter(30_000)]
    public async Task A_stop_closes_connections_with_320_and_ends_when_they_have_answered(CancellationToken cancellationToken)
    {
        using var host = Build();
        await host.StartAsync(cancellationToken);
        await using var client = await ConnectAsync(host, HandshakeStage.ChannelOpen, cancellationToken);

        var stopping = host.StopAsync(cancellationToken);
        var close = await client.ExpectAsync<ConnectionClose>(cancellationToken);
        Assert.That((int)close.ReplyCode, Is.EqualTo(320));
        await client.SendAsync(0, default(ConnectionCloseOk), cancellationToken);

        Assert.That((await client.ExpectEndAsync(cancellationToken)).IsReset, Is.False);
        await stopping.WaitAsync(Deadline, cancellationToken);
    }

    [TestCase(HandshakeStage.Connected)]
    [TestCase(HandshakeStage.ChannelOpen)]
    [CancelAfter(30_000)]
    public async Task A_stop_ends_though_a_client_does_nothing(HandshakeStage stage, CancellationToken cancellationToken)
    {
        using var host = Build();
        await host.StartAsync(cancellationToken);
        await using var client = await ConnectAsync(host, stage, cancellationToken);

        await host.StopAsync(cancellationToken).WaitAsync(Deadline, cancellationToken);
    }

    [Test]
    [CancelAfter(30_000)]
    public async Task A_client_that_neither_reads_nor_lives_loses_its_socket(CancellationToken cancellationToken)
    {
        var clock = new FakeTimeProvider();
        using var host = Build(clock: clock);
        await host.StartAsync(cancellationToken);
        await using var stuck = await ConnectAsync(
            host, HandshakeStage.ChannelOpen, cancellationToken, new RawLogin { Heartbeat = 1 }, receiveBufferBytes: 4096);
        await using var publisher = await ConnectAsync(host, HandshakeStage.ChannelOpen, cancellationToken);
        await stuck.CallAsync<QueueDeclare, QueueDeclareOk>(1, new QueueDeclare { Queue = "q" }, cancellationToken);
        await stuck.CallAsync<BasicConsume, BasicConsumeOk>(1, new BasicConsume { Queue = "q", ConsumerTag = "c" }, cancellationToken);
        for (var i = 0; i < 100; i++)
        {
            await publisher.PublishAsync(1, new BasicPublish("", "q", false, false), new byte[100_000], cancellationToken);
        }

        clock.Advance(TimeSpan.FromSeconds(3));

        // Its messages come back, and its socket is cut though it has read nothing.
        await Eventually.EqualAsync(
            100u,
            async () => (await publisher.CallAsync<QueueDeclare, QueueDeclareOk>(
                1, new QueueDeclare { Queue = "q", Passive = true }, cancellationToken)).MessageCount,
            "the messages ready",
            cancellationToken,
            Deadline);
        WireEvent last;
        do
        {
            last = await stuck.ReceiveFrameAsync(cancellationToken);
        }
        while (last is not SocketEnd);

        Assert.That(last, Is.EqualTo(new SocketEnd(IsReset: true)), "an orderly end waits for the client to read");
        await host.StopAsync(cancellationToken);
    }

    private static IHost Build(Action<AmqpBrokerOptions>? configure = null, TimeProvider? clock = null)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        if (clock is not null)
        {
            builder.Services.AddSingleton(clock);
        }

        builder.Services.AddAmqpBroker(options =>
        {
            options.Amqp.Address = "127.0.0.1";
            options.Amqp.Port = AmqpOptions.AnyFreePort;
            configure?.Invoke(options);
        });
        return builder.Build();
    }

    private static Task<RawAmqpClient> ConnectAsync(
        IHost host,
        HandshakeStage stage,
        CancellationToken cancellationToken,
        RawLogin? login = null,
        int receiveBufferBytes = 0)
    {
        var endPoint = host.Services.GetRequiredService<AmqpBrokerEndpoints>().Amqp.Single();
        var broker = new BrokerEndpoint("127.0.0.1", endPoint.Port);
        return RawAmqpClient.ConnectAsync(broker, stage, cancellationToken, login, receiveBufferBytes);
    }
}
